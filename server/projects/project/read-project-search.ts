import { isCountry } from '#packages/referentials/countries.ts'
import { isSector } from '#packages/referentials/sectors.ts'
import { PROJECT_SORTS, type ProjectSearch, projectSearch } from './find-projects.schema.ts'

/** What an address asks and cannot be understood is left out; the rest is searched. */
export function readProjectSearch(query: URLSearchParams): ProjectSearch {
  const asked = query.get('tri') ?? ''
  const by = PROJECT_SORTS.find((column) => column === asked.replace(/^-/, ''))
  const one = (name: string, isKnown: (key: string) => boolean) => {
    const value = query.get(name) ?? ''
    return isKnown(value) ? value : undefined
  }
  const { shape } = projectSearch
  return {
    sort: by ?? 'title',
    down: by !== undefined && asked.startsWith('-'),
    q: shape.q.parse(query.get('q')?.slice(0, 200)),
    status: shape.status.catch(undefined).parse(query.get('statut') ?? undefined),
    shown: shape.shown.catch(undefined).parse(query.get('panorama') ?? undefined),
    country: one('pays', isCountry),
    sector: one('secteur', isSector),
    authorities: query.get('collectivites') === 'oui',
    page: shape.page.catch(1).parse(query.get('page') ?? 1),
  }
}
