import {
  DOSSIER_ORDERS,
  type DossierSearch,
  dossierSearch,
} from '#server/dispositifs/dossier/find-dossiers.schema.ts'
import { readSort } from '../../ui/sorting.ts'

export function readDossierSearch(query: URLSearchParams): DossierSearch {
  const { by, down } = readSort(query, DOSSIER_ORDERS, { by: 'number', down: false })
  return dossierSearch.parse({
    q: query.get('q') ?? '',
    states: query.getAll('etat'),
    assignee: query.get('suivi') || null,
    counted: query.get('compte'),
    order: by,
    down,
    page: query.get('page') ?? 1,
  })
}
