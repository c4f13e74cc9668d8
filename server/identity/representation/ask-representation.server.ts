import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { representationRequest } from '#db/schema/identity.ts'
import { record } from '#server/kernel/audit.ts'
import { type Context, requireAccount, requireNetwork } from '#server/kernel/context.ts'
import { notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import { alreadyAsked, alreadyRepresents } from '../errors.ts'
import type { RepresentationInput } from './representation.schema.ts'
import { listedOrganisation, represents } from './standing.server.ts'

/** Whoever has an account asks to act for a listed organisation; the team decides. */
export async function askRepresentation(ctx: Context, slug: string, input: RepresentationInput) {
  requireNetwork(ctx)
  requireAccount(ctx)
  return inNetwork(ctx, async (tx) => {
    const found = await listedOrganisation(tx, ctx, slug)
    if (await represents(tx, ctx, found.id, ctx.account.id)) throw alreadyRepresents()
    const id = v7()
    const written = await tx
      .insert(representationRequest)
      .values({
        ...input,
        networkId: ctx.network.id,
        id,
        organisationId: found.id,
        accountId: ctx.account.id,
        askedAt: ctx.clock.now(),
      })
      .onConflictDoNothing()
      .returning({ id: representationRequest.id })
    if (written.length === 0) throw alreadyAsked()
    await record(tx, ctx, { action: 'representation.asked', objectType: 'organisation', objectId: found.id })
    const params = { name: ctx.account.name, organisation: found.name }
    await notifyTeam(tx, ctx, {
      kind: 'identity.asked',
      params,
      path: `/${ctx.network.slug}/bureau/demandes`,
    })
  })
}

/** What the form says above: whose page it is. Private organisations are not there. */
export async function askableOrganisation(ctx: Context, slug: string) {
  requireNetwork(ctx)
  return inNetwork(ctx, (tx) => listedOrganisation(tx, ctx, slug))
}
