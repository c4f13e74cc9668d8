import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { LOCALE_COOKIE } from '#server/http/request-context.ts'
import { ownPath } from '#server/identity/door/own-path.ts'
import { cookiesAreSecure } from '#server/identity/session/lucia.server.ts'
import { submitted } from '../guard.server.ts'

const YEAR = 365 * 24 * 3600

export const loader = () => redirect('/')

export async function action(args: ActionFunctionArgs) {
  const form = await submitted(args)
  const locale = form.get('langue') === 'en' ? 'en' : 'fr'
  const back = new URL(ownPath(String(form.get('retour') ?? '')), 'http://own.invalid')
  back.searchParams.delete('lng')
  const cookie = `${LOCALE_COOKIE}=${locale}; Path=/; Max-Age=${YEAR}; SameSite=Lax; HttpOnly${cookiesAreSecure() ? '; Secure' : ''}`
  return redirect(back.pathname + back.search, { headers: { 'set-cookie': cookie } })
}
