import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { suggestCommunes } from '#server/crm/organisation/find-commune.server.ts'

const LONGEST = 100

/** The communes that answer what is typed, as `MultiSearch` and the field of one commune ask for them. */
export function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('q')?.slice(0, LONGEST) ?? ''
  const found = suggestCommunes(typed).map(({ label }) => ({ value: label, label }))
  // With what it answers: an answer that comes late is not taken for the next one's.
  return data({ q: typed, found }, { headers: { 'cache-control': 'public, max-age=86400' } })
}
