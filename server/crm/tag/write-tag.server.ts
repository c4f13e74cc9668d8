import { and, eq, ne, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { tag } from '#db/schema/crm/upkeep.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, NetworkContext, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { tagTaken } from '../errors.ts'
import { changesBetween } from '../organisation/changes.ts'
import { crm } from '../permissions.ts'
import type { TagInput } from './tag.schema.ts'

export async function createTag(ctx: Context, input: TagInput): Promise<{ id: string }> {
  demand(ctx, crm['organisation:write'])
  return inNetwork(ctx, async (tx) => {
    await demandFree(tx, ctx, input.name)
    const id = await insertTag(tx, ctx, input)
    if (!id) throw tagTaken()
    return { id }
  })
}

/** Nothing when somebody makes one of that name at this very moment. */
async function insertTag(tx: Transaction, ctx: StaffContext, input: TagInput): Promise<string | null> {
  const id = v7()
  const made = await tx
    .insert(tag)
    .values({ ...input, networkId: ctx.network.id, id, createdAt: ctx.clock.now() })
    .onConflictDoNothing()
    .returning({ id: tag.id })
  if (made.length === 0) return null
  await record(tx, ctx, {
    action: 'tag.created',
    objectType: 'tag',
    objectId: id,
    changes: { name: input.name },
  })
  return id
}

/** The tag of that name, made if there is none. */
export async function tagNamed(tx: Transaction, ctx: StaffContext, name: string): Promise<string> {
  const named = async () =>
    (
      await tx
        .select({ id: tag.id })
        .from(tag)
        .where(and(eq(tag.networkId, ctx.network.id), sameName(name)))
    )[0]?.id
  return (await named()) ?? (await insertTag(tx, ctx, { name, colour: 'grey' })) ?? (await named())!
}

export async function changeTag(ctx: Context, id: string, input: TagInput) {
  demand(ctx, crm['organisation:correct'])
  await inNetwork(ctx, async (tx) => {
    const before = await tagToChange(tx, ctx, id)
    await demandFree(tx, ctx, input.name, id)
    const changes = changesBetween(before, input)
    if (Object.keys(changes).length === 0) return
    await tx.update(tag).set(input).where(thisTag(ctx, id))
    await record(tx, ctx, { action: 'tag.changed', objectType: 'tag', objectId: id, changes })
  })
}

/** What wore the one wears the other, and the one is no more. */
export async function mergeTags(ctx: Context, id: string, into: string) {
  demand(ctx, crm['organisation:correct'])
  await inNetwork(ctx, async (tx) => {
    if (id === into) throw notFound()
    // In one order, whoever merges what into what at once.
    for (const one of [id, into].sort()) await tagToChange(tx, ctx, one)
    const [before, kept] = [await tagToChange(tx, ctx, id), await tagToChange(tx, ctx, into)]
    await tx.execute(sql`insert into organisation_tag (network_id, organisation_id, tag_id)
      select network_id, organisation_id, ${into} from organisation_tag
      where network_id = ${ctx.network.id} and tag_id = ${id} on conflict do nothing`)
    await tx.delete(tag).where(thisTag(ctx, id))
    const changes = { name: { from: before.name, to: kept.name } }
    await record(tx, ctx, { action: 'tag.merged', objectType: 'tag', objectId: into, changes })
  })
}

export async function deleteTag(ctx: Context, id: string) {
  demand(ctx, crm['organisation:correct'])
  await inNetwork(ctx, async (tx) => {
    const { name } = await tagToChange(tx, ctx, id)
    await tx.delete(tag).where(thisTag(ctx, id))
    const changes = { name: { from: name, to: null } }
    await record(tx, ctx, { action: 'tag.deleted', objectType: 'tag', objectId: id, changes })
  })
}

const sameName = (name: string) => sql`lower(${tag.name}) = lower(${name})`
const thisTag = (ctx: NetworkContext, id: string) => and(eq(tag.networkId, ctx.network.id), eq(tag.id, id))

async function tagToChange(tx: Transaction, ctx: NetworkContext, id: string) {
  const [row] = await tx.select().from(tag).where(thisTag(ctx, id)).for('update')
  if (!row) throw notFound()
  return row
}

async function demandFree(tx: Transaction, ctx: NetworkContext, name: string, but?: string) {
  const taken = await tx
    .select({ id: tag.id })
    .from(tag)
    .where(and(eq(tag.networkId, ctx.network.id), sameName(name), but ? ne(tag.id, but) : undefined))
  if (taken.length > 0) throw tagTaken()
}
