import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { verifyPage } from '#server/crm/page/verify-page.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../guard.server.ts'

/** One click on the record, and back to it. */
export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:correct'])
  await answering(args, async () => verifyPage(ctx, recordId(args.params.id)))
  return redirect(`/${ctx.network.slug}/bureau/structures/${args.params.id}?fait=verifiee`)
}

export const loader = () => {
  throw data(null, { status: 404 })
}
