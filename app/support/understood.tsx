import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { recordId } from '#server/kernel/record-id.ts'
import { understandSentence } from '#server/support/act/understand-sentence.server.ts'
import { support } from '#server/support/permissions.ts'
import { answering, guard } from '../guard.server.ts'
import { shownUnderstanding } from './act-words.server.ts'

/** What a sentence being typed says so far; nothing is saved. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, support['act:write'])
  const query = new URL(args.request.url).searchParams
  const phrase = query.get('phrase')?.slice(0, 300) ?? ''
  const structure = query.get('structure')
  const understood = phrase.trim()
    ? await answering(args, async () =>
        shownUnderstanding(await understandSentence(ctx, phrase, structure && recordId(structure)), ctx),
      )
    : null
  return data({ phrase, understood }, { headers: { 'cache-control': 'private, no-store' } })
}
