import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { keptInstead, keptOwn } from '#server/crm/merge/kept-instead.server.ts'
import { DomainError } from '#server/kernel/errors.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs

const RECORD = /^(\/[^/]+\/(bureau|espace)\/structures\/)([0-9a-f-]{36})(?=\/|$)/

/** A record that was merged is read where it went: the same page of the kept record; null when it went nowhere. */
export async function movedRecord(args: Args, error: unknown) {
  const { request, context } = args
  if (!(error instanceof DomainError) || error.status !== 404 || request.method !== 'GET') return null
  const path = asked(request).pathname
  const [, before, frame, id] = RECORD.exec(path) ?? []
  if (!before || !id) return null
  const find = frame === 'espace' ? keptOwn : keptInstead
  const kept = await find(context.context, id).catch(() => null)
  // Not for ever: a merge can be undone.
  return kept ? redirect(path.replace(RECORD, `$1${kept}`)) : null
}

const ADDRESS = /(?<=\/annuaire\/)[^/]+(?=\/|$)/

/**
 * The form of a public page opened at an address it had before a merge is read at the one it has. Sent
 * from there, it is answered where it was sent: a redirection would lose the answer.
 */
export function ledTo(args: Args, slug: string | null) {
  const { request, params } = args
  const opened = !request.headers.has('content-type') && !new URL(request.url).pathname.endsWith('.data')
  const { pathname, search } = asked(request)
  if (opened && slug && slug !== params.slug) throw redirect(pathname.replace(ADDRESS, slug) + search, 301)
}

/** The address as a person sees it, not as the page's own script asks for it. */
function asked({ url }: Request) {
  const { pathname, search } = new URL(url)
  const shown = search.replace(/[?&]_routes=[^&]*/, '')
  return { pathname: pathname.replace(/\.data$/, ''), search: shown.replace(/^&/, '?') }
}
