import { and, eq, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { sponsorAccreditation } from '#db/schema/dispositifs/follow-up.ts'
import { dispositif } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { thisDispositif } from '../dispositif/locked-dispositif.server.ts'
import { accreditedAlready, notOfNetwork } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import type { AccreditationInput } from './accreditation.schema.ts'

/** An organisation may answer for the files of others: for one scheme or for all, from a day until another. */
export async function accreditSponsor(ctx: Context, input: AccreditationInput): Promise<{ id: string }> {
  demand(ctx, dispositifs['sponsor:manage'])
  const id = v7()
  const now = ctx.clock.now()
  await inNetwork(ctx, async (tx) => {
    const mine = and(eq(organisation.networkId, ctx.network.id), eq(organisation.id, input.organisationId))
    const [known] = await tx.select({ name: organisation.name }).from(organisation).where(mine).for('update')
    if (!known) throw notOfNetwork('organisationId')
    if (input.dispositifId) {
      const [scheme] = await tx
        .select({ id: dispositif.id })
        .from(dispositif)
        .where(thisDispositif(ctx, input.dispositifId))
      if (!scheme) throw notOfNetwork('dispositifId')
    }
    if (await isWritten(tx, ctx, input)) throw accreditedAlready()
    await tx.insert(sponsorAccreditation).values({
      ...{ networkId: ctx.network.id, id, ...input, accountId: ctx.account.id },
      ...{ createdAt: now, updatedAt: now },
    })
    await record(tx, ctx, {
      action: 'sponsor.accredited',
      objectType: 'organisation',
      objectId: input.organisationId,
      changes: { from: input.startsOn, until: input.endsOn },
    })
  })
  return { id }
}

async function isWritten(tx: Transaction, ctx: StaffContext, input: AccreditationInput): Promise<boolean> {
  const { id, networkId, organisationId, dispositifId, startsOn, endsOn, endedOn } = sponsorAccreditation
  const same = await tx
    .select({ id })
    .from(sponsorAccreditation)
    .where(
      and(
        ...[eq(networkId, ctx.network.id), eq(organisationId, input.organisationId), isNull(endedOn)],
        ...[eq(startsOn, input.startsOn), input.endsOn ? eq(endsOn, input.endsOn) : isNull(endsOn)],
        input.dispositifId ? eq(dispositifId, input.dispositifId) : isNull(dispositifId),
      ),
    )
  return same.length > 0
}

/** Taken back before its time; what it covered until then stays covered. */
export async function endAccreditation(
  ctx: Context,
  organisationId: string,
  id: string,
  { endedOn, endReason }: { endedOn: string; endReason: string },
) {
  demand(ctx, dispositifs['sponsor:manage'])
  await inNetwork(ctx, async (tx) => {
    const { networkId, organisationId: of, endedOn: ended } = sponsorAccreditation
    const gone = await tx
      .update(sponsorAccreditation)
      .set({ endedOn, endReason, updatedAt: ctx.clock.now() })
      .where(
        and(
          eq(networkId, ctx.network.id),
          eq(sponsorAccreditation.id, id),
          eq(of, organisationId),
          isNull(ended),
        ),
      )
      .returning({ id: sponsorAccreditation.id })
    if (gone.length === 0) throw notFound()
    await record(tx, ctx, {
      action: 'sponsor.accreditation_ended',
      objectType: 'organisation',
      objectId: organisationId,
      changes: { on: endedOn, reason: endReason },
    })
  })
}
