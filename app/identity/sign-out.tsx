import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { ownPath } from '#server/identity/door/own-path.ts'
import { signOut } from '#server/identity/door/sign-out.server.ts'

export const loader = () => redirect('/')

export async function action({ request }: ActionFunctionArgs) {
  const { cookie } = await signOut(request.headers.get('cookie'))
  const form = await request.formData().catch(() => null)
  return redirect(ownPath(String(form?.get('retour') ?? ''), '/'), { headers: { 'set-cookie': cookie } })
}
