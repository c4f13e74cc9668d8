import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { writeInvitation } from '#server/identity/public.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { alreadySponsors } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { peopleOfSponsor } from './sponsors-people.server.ts'

/** A person will act for an organisation that sponsors: its files, and no other. */
export async function inviteSponsor(ctx: Context, organisationId: string, email: string): Promise<void> {
  demand(ctx, dispositifs['sponsor:manage'])
  await inNetwork(ctx, async (tx) => {
    const mine = and(eq(organisation.networkId, ctx.network.id), eq(organisation.id, organisationId))
    const [known] = await tx.select({ id: organisation.id }).from(organisation).where(mine)
    if (!known) throw notFound()
    const people = await peopleOfSponsor(tx, ctx, organisationId)
    if (people.some((one) => one.email === email)) throw alreadySponsors()
    const promised = { email, role: 'sponsor', organisationIds: [organisationId], locale: 'fr' } as const
    await writeInvitation(tx, ctx, { ...promised, organisationIds: [organisationId] }, ctx.account)
  })
}
