import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
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

/** Sent from an organisation's record; opened by itself, it leads back there. */
export function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  return redirect(`/${ctx.network.slug}/bureau/structures/${args.params.id}`)
}
