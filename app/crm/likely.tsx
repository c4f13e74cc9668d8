import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { crm } from '#server/crm/permissions.ts'
import { answering, guard } from '../guard.server.ts'
import { likelyOrganisations } from './likely-view.server.ts'

const LONGEST = 200

/** While a new structure is typed: those it may already be. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:write'])
  const query = new URL(args.request.url).searchParams
  const typed = (name: string) => query.get(name)?.slice(0, LONGEST) ?? ''
  const asked = {
    name: typed('name'),
    acronym: typed('acronym'),
    siren: typed('siren'),
    rna: typed('rna'),
    commune: typed('commune'),
  }
  const found = await answering(args, () => likelyOrganisations(ctx, asked))
  return data({ asked: query.toString(), found }, { headers: { 'cache-control': 'private, no-store' } })
}
