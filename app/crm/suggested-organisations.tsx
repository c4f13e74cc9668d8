import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { suggestOrganisations } from '#server/crm/organisation/organisations-meant.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { answering, guard } from '../guard.server.ts'

const LONGEST = 100

/** The network's organisations that answer what is typed, each as every form writes it and reads it back. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const q = new URL(args.request.url).searchParams.get('q')?.slice(0, LONGEST) ?? ''
  const found = await answering(args, () => suggestOrganisations(ctx, q))
  return data(
    { q, found: found.map(({ label }) => ({ value: label, label })) },
    { headers: { 'cache-control': 'private, no-store' } },
  )
}
