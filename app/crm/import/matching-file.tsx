import type { LoaderFunctionArgs } from '@remix-run/node'
import { slugify } from '#packages/referentials/text.ts'
import { getMatching } from '#server/crm/import/saved-matchings.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'

/** A matching as a small file, for another network. It holds headings and fields, and nothing of any organisation. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['import:run'])
  const { name, matching } = await answering(args, async () =>
    getMatching(ctx, recordId(args.params.matching)),
  )
  return new Response(`${JSON.stringify(matching, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="${slugify(name, 60)}.json"`,
      'x-content-type-options': 'nosniff',
    },
  })
}
