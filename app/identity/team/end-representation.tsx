import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { getOrganisation } from '#server/crm/organisation/get-organisation.server.ts'
import { identity } from '#server/identity/permissions.ts'
import { endRepresentation } from '#server/identity/representation/end-representation.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'

/** Sent from an organisation's record; opened by itself, it leads back there. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, identity['representative:read'])
  const { id } = await answering(args, async () => getOrganisation(ctx, recordId(args.params.id)))
  return redirect(`/${ctx.network.slug}/bureau/structures/${id}`)
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, identity['representative:manage'])
  const grant = (await submitted(args)).get('acces')
  const { id } = await answering(args, async () => getOrganisation(ctx, recordId(args.params.id)))
  if (!grant) throw data(null, { status: 400 })
  await answering(args, async () => endRepresentation(ctx, recordId(String(grant)), id))
  return redirect(`/${ctx.network.slug}/bureau/structures/${id}?fait=representation-terminee#representants`)
}
