import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { getOwnDossier } from '#server/dispositifs/fill/get-own-dossier.server.ts'
import { saveAnswers, whoElse } from '#server/dispositifs/fill/save-answers.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { holdsForm, readAsked, sentBases } from './fill.server.ts'
import { judgedView } from './judged-view.server.ts'

const clock = (at: Date, locale: string, timeZone: string) =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(at)

/** What the form's own script asks every twenty seconds: who else is there, and what they saved. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  const since = Number(new URL(args.request.url).searchParams.get('depuis')) || 0
  const found = await answering(args, async () => whoElse(ctx, recordId(args.params.id), since))
  const saves = found.saves.map(({ at, ...save }) => ({
    ...save,
    at: clock(at, ctx.locale, ctx.network.timeZone),
  }))
  return json({ ...found, saves }, { headers: { 'cache-control': 'no-store' } })
}

/** What one types, every few seconds. What both wrote is kept on neither side: the page then asks. */
export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  const id = await answering(args, async () => recordId(args.params.id))
  const form = await submitted(args)
  const found = await answering(args, () => getOwnDossier(ctx, id))
  if (!holdsForm(form)) return json({ refused: 'empty' as const }, { status: 400 })
  const { answers } = await answering(args, () => readAsked(ctx, found, form))
  try {
    const saved = await saveAnswers(ctx, id, { answers, bases: sentBases(form) })
    const judged = await getOwnDossier(ctx, id)
    return json({
      refused: null,
      ...{ version: saved.version, written: saved.merged.written, conflicts: saved.merged.conflicts },
      // Only of what is written: others' changes are not on this page yet.
      bases: Object.fromEntries(saved.merged.written.map((key) => [key, saved.bases[key]!])),
      at: clock(saved.at, ctx.locale, ctx.network.timeZone),
      judged: judgedView(ctx, judged),
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.status === 409) return json({ refused: 'shut' as const }, { status: 409 })
    return answering(args, () => Promise.reject(error))
  }
}
