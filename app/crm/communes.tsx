import type { LoaderFunctionArgs } from '@remix-run/node'
import { suggestCommunes } from '#server/crm/organisation/find-commune.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { guard } from '../guard.server.ts'

export function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  return suggestCommunes(ctx, new URL(args.request.url).searchParams.get('q')?.slice(0, 100) ?? '')
}
