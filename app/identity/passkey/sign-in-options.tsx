import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { beginPasskeySignIn } from '#server/identity/passkey/begin-sign-in.server.ts'
import { DomainError } from '#server/kernel/errors.ts'

/** Asked at the click, so that what has to be answered is fresh. */
export async function loader({ request, context: { context } }: LoaderFunctionArgs) {
  try {
    return Response.json(await beginPasskeySignIn(request.headers.get('cookie'), context.clock))
  } catch (error) {
    if (error instanceof DomainError) throw data(null, { status: error.status })
    throw error
  }
}
