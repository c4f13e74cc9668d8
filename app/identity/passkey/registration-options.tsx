import type { LoaderFunctionArgs } from '@remix-run/node'
import { beginRegistration } from '#server/identity/passkey/begin-registration.server.ts'
import { signedInAccount } from '../../guard.server.ts'

/** Asked at the click, so that what has to be answered is fresh. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = signedInAccount(args)
  return Response.json(await beginRegistration(ctx, args.request.headers.get('cookie')))
}
