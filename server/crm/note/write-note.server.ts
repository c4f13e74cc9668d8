import { and, eq, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { organisationNote } from '#db/schema/crm/upkeep.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { forbidden, notFound } from '#server/kernel/errors.ts'
import { demand, may } from '#server/kernel/permissions.ts'
import { lockOrganisation } from '../organisation/locked-organisation.server.ts'
import { crm } from '../permissions.ts'

/** Writes down something of an organisation, for the team alone. Its text is in no history but here. */
export async function writeNote(ctx: Context, organisationId: string, body: string): Promise<{ id: string }> {
  demand(ctx, crm['organisation:write'])
  return inNetwork(ctx, async (tx) => {
    await lockOrganisation(tx, ctx, organisationId)
    const id = v7()
    await tx.insert(organisationNote).values({
      networkId: ctx.network.id,
      id,
      organisationId,
      body,
      accountId: ctx.account.id,
      createdAt: ctx.clock.now(),
    })
    return { id }
  })
}

/** What somebody wrote is changed by them alone. */
export async function editNote(ctx: Context, organisationId: string, id: string, body: string) {
  demand(ctx, crm['organisation:write'])
  await inNetwork(ctx, async (tx) => {
    const note = await noteToChange(tx, ctx, organisationId, id)
    if (note.deletedAt) throw notFound()
    if (note.accountId !== ctx.account.id) throw forbidden()
    if (note.body === body) return
    await tx.update(organisationNote).set({ body, editedAt: ctx.clock.now() }).where(thisNote(ctx, id))
  })
}

/** Deleted by its author, or by who corrects records; put back by a click for a month. */
export async function deleteNote(ctx: Context, organisationId: string, id: string) {
  await change(ctx, organisationId, id, (now) => ({ deletedAt: now }))
}

export async function restoreNote(ctx: Context, organisationId: string, id: string) {
  await change(ctx, organisationId, id, () => ({ deletedAt: null }))
}

async function change(
  ctx: Context,
  organisationId: string,
  id: string,
  to: (now: Date) => { deletedAt: Date | null },
) {
  demand(ctx, crm['organisation:write'])
  await inNetwork(ctx, async (tx) => {
    const note = await noteToChange(tx, ctx, organisationId, id)
    if (note.accountId !== ctx.account.id && !may(ctx, crm['organisation:correct'])) throw forbidden()
    const values = to(ctx.clock.now())
    // Deleted twice, it keeps its first day.
    const still = values.deletedAt ? isNull(organisationNote.deletedAt) : undefined
    await tx
      .update(organisationNote)
      .set(values)
      .where(and(thisNote(ctx, id), still))
  })
}

const thisNote = (ctx: NetworkContext, id: string) =>
  and(eq(organisationNote.networkId, ctx.network.id), eq(organisationNote.id, id))

async function noteToChange(tx: Transaction, ctx: NetworkContext, organisationId: string, id: string) {
  const [note] = await tx
    .select()
    .from(organisationNote)
    .where(and(thisNote(ctx, id), eq(organisationNote.organisationId, organisationId)))
    .for('update')
  if (!note) throw notFound()
  return note
}
