import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signOut } from '#server/identity/door/sign-out.server.ts'

export const loader = () => redirect('/')

export async function action({ request }: ActionFunctionArgs) {
  const { cookie } = await signOut(request.headers.get('cookie'))
  return redirect('/', { headers: { 'set-cookie': cookie } })
}
