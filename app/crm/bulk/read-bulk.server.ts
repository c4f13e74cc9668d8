import { type BulkChange, bulkChange } from '#server/crm/bulk/bulk.ts'
import type { BulkTarget } from '#server/crm/bulk/plan-bulk.server.ts'
import { organisationSearch } from '#server/crm/organisation/find-organisations.schema.ts'
import { readFilters } from '#server/crm/organisation/organisation-filters.ts'
import { recordId } from '#server/kernel/record-id.ts'

const MOST_TICKED = 200

/** Which records an address aims at: those it names, or the whole list it filters. */
export function readTarget(query: URLSearchParams): BulkTarget {
  if (query.get('tout') !== '1')
    return { ids: [...new Set(query.getAll('fiche').slice(0, MOST_TICKED))].map((id) => recordId(id)) }
  const q = organisationSearch.shape.q.parse(query.get('q')?.slice(0, 200))
  return { search: { ...readFilters(query), q, sort: 'name', down: false, page: 1 } }
}

/** The act's own fields, apart from those that say on which records; they begin by a word no filter has. */
const FIELDS: Record<string, (said: (name: string) => string, all: (name: string) => string[]) => object> = {
  tag: (said) => ({ tag: said('valeur') }),
  untag: (said) => ({ tag: said('valeur') }),
  publish: () => ({}),
  withdraw: () => ({}),
  sector: (said) => ({ sector: said('valeur') }),
  unsector: (said) => ({ sector: said('valeur') }),
  kind: (said) => {
    const [kind, subkind] = said('valeur').split('/')
    return { kind: kind ?? '', subkind: subkind || null }
  },
  own: (said, all) => ({ key: said('cle'), values: all('valeur') }),
  keep: (said) => ({ account: said('valeur') || null }),
  task: (said) => ({ title: said('titre'), dueOn: said('echeance'), assigneeId: said('pour') }),
}

export type AskedChange = { act: string; change: BulkChange; fault: null } | { act: string; fault: string }

/** The act an address asks for; null when it asks none. */
export function readChange(query: URLSearchParams): AskedChange | null {
  const act = query.get('acte')
  const fields = act ? FIELDS[act] : undefined
  if (!act || !fields) return null
  const said = (name: string) => query.get(name) ?? ''
  const parsed = bulkChange.safeParse({ act, ...fields(said, (name) => query.getAll(name)) })
  if (parsed.success) return { act, change: parsed.data, fault: null }
  return { act, fault: parsed.error.issues[0]!.message }
}

const OF_THE_ACT = ['acte', 'valeur', 'cle', 'titre', 'echeance', 'pour']

/** What says on which records one acts, to be sent again with another act. */
export const targetPairs = (query: URLSearchParams) =>
  [...query].filter(([name]) => !OF_THE_ACT.includes(name) && name !== 'page')
