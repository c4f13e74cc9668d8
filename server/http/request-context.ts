import { readSession } from '#server/identity/session/read-session.server.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Caller, Context, Locale } from '#server/kernel/context.ts'
import { activeNetwork } from '#server/kernel/networks.ts'
import { asSet } from '#server/portal/public.ts'
import { preferredLocale } from './accept-language.ts'

export const LOCALE_COOKIE = 'maillage_lng'

export type RequestContext = { context: Context; sessionCookie: string | null }

/** Who asks, for which network, in which language: built once a request, before any page or procedure. */
export async function readRequest(
  request: Request,
  clock: Clock,
  requestId: string,
  address: string,
): Promise<RequestContext> {
  const url = new URL(request.url)
  const cookies = request.headers.get('cookie')
  const signedIn = cookies?.includes('maillage_session=') ? await readSession(cookies, clock) : null
  const known = activeNetwork(firstSegment(url.pathname))
  const context: Context = {
    account: signedIn?.account ?? null,
    grants: signedIn?.grants ?? [],
    passkeyWantedBy: signedIn?.passkeyWantedBy ?? [],
    network: known ? await asSet(known) : null,
    locale:
      localeOf(url, cookies) ?? signedIn?.locale ?? preferredLocale(request.headers.get('accept-language')),
    clock,
    requestId,
    caller: { address, userAgent: request.headers.get('user-agent') ?? '' } satisfies Caller,
  }
  return { context, sessionCookie: signedIn?.cookie ?? null }
}

/** Remix asks a page's data at its address plus `.data`. */
export function firstSegment(pathname: string): string {
  return (pathname.split('/')[1] ?? '').replace(/\.data$/, '')
}

function localeOf(url: URL, cookies: string | null): Locale | null {
  const asked = url.searchParams.get('lng') ?? cookies?.match(/(?:^|;\s*)maillage_lng=(fr|en)/)?.[1]
  return asked === 'fr' || asked === 'en' ? asked : null
}
