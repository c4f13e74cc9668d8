import { data, type LoaderFunctionArgs } from '@remix-run/node'
import {
  organisationLabel,
  suggestOrganisations,
} from '#server/crm/organisation/suggest-organisations.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { answering, guard } from '../guard.server.ts'

const LONGEST = 100

/** Records that answer what is typed, as `MultiSearch` asks for them. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const q = new URL(args.request.url).searchParams.get('q')?.slice(0, LONGEST) ?? ''
  const found = await answering(args, () => suggestOrganisations(ctx, q))
  return data(
    { q, found: found.map((one) => ({ value: one.id, label: organisationLabel(one) })) },
    { headers: { 'cache-control': 'private, no-store' } },
  )
}
