import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  type ProjectFilters,
  projectFilters,
  readProjectQuery,
} from '#server/projects/listing/filters.schema.ts'
import { FRAME_PARAMETERS } from '../portal/embed/frame.server.ts'

/** Parameters of the frame, not of the search. */
const OTHERS = ['lng', '_routes', 'index', 'vue', 'pos', ...FRAME_PARAMETERS]

/** The search an address asks for; what cannot be understood of it is left out, and the rest is searched. */
export function readPanoramaSearch({ request }: LoaderFunctionArgs): ProjectFilters {
  const url = new URL(request.url)
  for (const name of OTHERS) url.searchParams.delete(name)
  const asked = readProjectQuery(url.searchParams)
  const parsed = projectFilters.safeParse(asked)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])]
    for (const name of names) delete asked[name]
  }
  return projectFilters.parse(asked)
}
