import { type Ask, placed, type Target, WORD } from './target.ts'

const SEARCHES = [
  '',
  `?q=${WORD}`,
  '?kind=association&country=TG&sector=education&sdg=4',
  '?sort=recent&per_page=100',
]

/** What each path of the API's document is asked. One that is not here fails the suite. */
export const API_PATHS: Record<string, string[]> = {
  '/networks': [''],
  '/organisations': SEARCHES,
  '/organisations.csv': SEARCHES,
  '/organisations.xlsx': SEARCHES,
  '/organisations.geojson': SEARCHES,
  '/projects': SEARCHES,
  '/projects.csv': SEARCHES,
  '/projects.xlsx': SEARCHES,
  '/projects.geojson': SEARCHES,
  '/{network}/projects': SEARCHES,
  '/{network}/projects.csv': SEARCHES,
  '/{network}/projects.xlsx': SEARCHES,
  '/{network}/projects.geojson': SEARCHES,
  '/{network}/projects/{slug}': [''],
  '/{network}/organisations': SEARCHES,
  '/{network}/organisations.csv': SEARCHES,
  '/{network}/organisations.xlsx': SEARCHES,
  '/{network}/organisations.geojson': SEARCHES,
  '/{network}/organisations/{slug}': [''],
}

export function apiAsks(target: Target): Ask[] {
  return Object.entries(API_PATHS).flatMap(([pattern, queries]) =>
    queries.map((query) => {
      const path = `/api/v1${placed(pattern, target)}${query}`
      return { label: `GET ${path}`, path }
    }),
  )
}
