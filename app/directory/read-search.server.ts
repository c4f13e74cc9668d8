import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { z } from 'zod'
import {
  type Filters,
  filtersSchema,
  nationalFiltersSchema,
  readQuery,
} from '#server/directory/organisation/filters.schema.ts'
import { activeNetwork } from '#server/kernel/networks.ts'
import { FRAME_PARAMETERS } from '../portal/embed/frame.server.ts'

/** Parameters of the frame, not of the search. */
const OTHERS = ['lng', '_routes', 'index', 'vue', 'pos', ...FRAME_PARAMETERS]

/**
 * The search an address asks for. An address that was cut, mistyped or is from another time still
 * opens: what cannot be understood is left out, and the rest is searched.
 */
export function readSearch(args: LoaderFunctionArgs): Filters {
  return readWith(args, filtersSchema)
}

/** The same across networks; one that is not there narrows nothing. */
export function readNationalSearch(args: LoaderFunctionArgs): Filters {
  const filters = readWith(args, nationalFiltersSchema)
  return { ...filters, network: filters.network.filter(activeNetwork) }
}

function readWith<T extends typeof filtersSchema>({ request }: LoaderFunctionArgs, schema: T): z.output<T> {
  const url = new URL(request.url)
  for (const name of OTHERS) url.searchParams.delete(name)
  const asked = readQuery(url.searchParams)
  const parsed = schema.safeParse(asked)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])]
    for (const name of names) delete asked[name]
  }
  return schema.parse(asked)
}

export const VIEWS = ['liste', 'carte', 'deux'] as const
export type View = (typeof VIEWS)[number]

/** The list, the map, or both; the list unless another is asked. */
export function readView({ request }: LoaderFunctionArgs): View {
  const asked = new URL(request.url).searchParams.get('vue')
  return VIEWS.find((view) => view === asked) ?? 'liste'
}

/** A page past the last one opens the last one. */
export function lastPageInstead({ request }: LoaderFunctionArgs, page: number, pages: number) {
  if (page <= pages) return
  const url = new URL(request.url)
  url.searchParams.set('page', String(pages))
  throw redirect(`${url.pathname.replace(/\.data$/, '')}?${url.searchParams}`)
}
