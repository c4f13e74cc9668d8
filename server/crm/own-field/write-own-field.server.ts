import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { ownField } from '#db/schema/crm/upkeep.ts'
import { tellOwnFields } from '#server/directory/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { DomainError, notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { choicesFrom, keyFor, MOST_FIELDS, type OwnFieldInput } from './own-field.schema.ts'

export async function createOwnField(ctx: Context, input: OwnFieldInput): Promise<{ id: string }> {
  demand(ctx, crm['own_field:manage'])
  return inNetwork(ctx, async (tx) => {
    await takeTurns(tx, ctx)
    const known = await tx.select().from(ownField).where(eq(ownField.networkId, ctx.network.id))
    if (known.length >= MOST_FIELDS) throw new DomainError('crm.own_refused', 422, { fault: 'own_many' })
    const key = keyFor(input.label, new Set(known.map((field) => field.key)))
    const id = v7()
    const position = Math.max(0, ...known.map((field) => field.position)) + 1
    const choices = choicesFrom(input.choices, [])
    await tx.insert(ownField).values({ ...input, choices, networkId: ctx.network.id, id, key, position })
    await told(tx, ctx, 'created', id, input.label)
    return { id }
  })
}

/** Its type stays: what is already filled in would no longer be read. */
export async function changeOwnField(ctx: Context, id: string, input: OwnFieldInput) {
  demand(ctx, crm['own_field:manage'])
  await inNetwork(ctx, async (tx) => {
    const before = await fieldToChange(tx, ctx, id)
    const { type, choices: given, ...rest } = input
    const choices = choicesFrom(given, before.choices)
    await tx
      .update(ownField)
      .set({ ...rest, choices, updatedAt: ctx.clock.now() })
      .where(thisField(ctx, id))
    await told(tx, ctx, 'changed', id, input.label)
    await tellOwnFields(tx, ctx)
  })
}

/** One step up or down among those in use. */
export async function moveOwnField(ctx: Context, id: string, step: -1 | 1) {
  demand(ctx, crm['own_field:manage'])
  await inNetwork(ctx, async (tx) => {
    await takeTurns(tx, ctx)
    const { rows } = await tx.execute<{ id: string }>(sql`select id from own_field
      where network_id = ${ctx.network.id} and archived_at is null order by position, label, id`)
    const order = rows.map((row) => row.id)
    const at = order.indexOf(id)
    if (at < 0) throw notFound()
    const to = Math.min(order.length - 1, Math.max(0, at + step))
    order.splice(to, 0, ...order.splice(at, 1))
    for (const [position, one] of order.entries())
      await tx
        .update(ownField)
        .set({ position: position + 1 })
        .where(thisField(ctx, one))
    await tellOwnFields(tx, ctx)
  })
}

/** Filled in somewhere, it is put away and keeps its values; filled in nowhere, it goes. */
export async function archiveOwnField(ctx: Context, id: string): Promise<{ gone: boolean }> {
  demand(ctx, crm['own_field:manage'])
  return inNetwork(ctx, async (tx) => {
    const { key, label } = await fieldToChange(tx, ctx, id)
    const { rows } = await tx.execute(sql`select 1 from organisation
      where network_id = ${ctx.network.id} and own_fields ? ${key} limit 1`)
    if (rows.length === 0) await tx.delete(ownField).where(thisField(ctx, id))
    else await tx.update(ownField).set({ archivedAt: ctx.clock.now() }).where(thisField(ctx, id))
    await told(tx, ctx, 'archived', id, label)
    await tellOwnFields(tx, ctx)
    return { gone: rows.length === 0 }
  })
}

export async function restoreOwnField(ctx: Context, id: string) {
  demand(ctx, crm['own_field:manage'])
  await inNetwork(ctx, async (tx) => {
    const { label } = await fieldToChange(tx, ctx, id)
    await tx.update(ownField).set({ archivedAt: null }).where(thisField(ctx, id))
    await told(tx, ctx, 'restored', id, label)
    await tellOwnFields(tx, ctx)
  })
}

/** Two administrators at once take turns: neither key nor place is given twice. */
const takeTurns = (tx: Transaction, ctx: NetworkContext) =>
  tx.execute(sql`select pg_advisory_xact_lock(${ctx.network.id}, hashtext('own_field'))`)

const thisField = (ctx: NetworkContext, id: string) =>
  and(eq(ownField.networkId, ctx.network.id), eq(ownField.id, id))

async function fieldToChange(tx: Transaction, ctx: NetworkContext, id: string) {
  const [row] = await tx.select().from(ownField).where(thisField(ctx, id)).for('update')
  if (!row) throw notFound()
  return row
}

const told = (tx: Transaction, ctx: NetworkContext, what: string, id: string, label: string) =>
  record(tx, ctx, {
    action: `own_field.${what}`,
    objectType: 'own_field',
    objectId: id,
    changes: { name: label },
  })
