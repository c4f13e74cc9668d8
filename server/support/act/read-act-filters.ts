import { type ActFilters, actFilters, actSearch } from './find-acts.schema.ts'

/** Names of the address, and the filter each is. What cannot be understood is left out. */
export function readActFilters(query: URLSearchParams | FormData): ActFilters {
  const said = (name: string) => String(query.get(name) ?? '')
  const { shape } = actFilters
  const number = (name: string) => (/^\d{1,4}$/.test(said(name)) ? Number(said(name)) : null)
  return {
    year: shape.year.catch(null).parse(number('annee')),
    month: shape.month.catch(null).parse(number('mois')),
    person: shape.person.catch(null).parse(said('qui') || null),
    kind: shape.kind.catch(null).parse(said('type') || null),
    family: shape.family.catch(null).parse(said('famille') || null),
    organisation: shape.organisation.catch(null).parse(said('structure') || null),
    both: said('recoupement') === '1',
  }
}

export function readActSearch(query: URLSearchParams) {
  const page = Number(query.get('page') ?? 1)
  return { ...readActFilters(query), page: actSearch.shape.page.catch(1).parse(page) }
}
