import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { suggestOrganisations } from '#server/crm/organisation/organisations-meant.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { answering, guard } from '../guard.server.ts'

const LONGEST = 200

/** The network's own organisations that answer what is typed, for the fields that name one. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const typed = new URL(args.request.url).searchParams.get('q')?.slice(0, LONGEST) ?? ''
  const found = typed.trim() ? await answering(args, () => suggestOrganisations(ctx, typed)) : []
  return data({ q: typed, found }, { headers: { 'cache-control': 'no-store' } })
}
