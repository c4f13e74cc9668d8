import { and, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { organisationTag, tag } from '#db/schema/crm/upkeep.ts'
import { recordAll } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockOrganisation } from '../organisation/locked-organisation.server.ts'
import { crm } from '../permissions.ts'
import { tagNamed } from './write-tag.server.ts'

/** One organisation wears a tag, made if there is none of that name. */
export async function tagOrganisation(ctx: Context, organisationId: string, name: string) {
  demand(ctx, crm['organisation:write'])
  await inNetwork(ctx, async (tx) => {
    await lockOrganisation(tx, ctx, organisationId)
    await putTag(tx, ctx, organisationId, await tagNamed(tx, ctx, name))
  })
}

export async function untagOrganisation(ctx: Context, organisationId: string, tagId: string) {
  demand(ctx, crm['organisation:write'])
  await inNetwork(ctx, (tx) => takeTagOff(tx, ctx, organisationId, tagId))
}

/** Nothing where it is worn already, by one record one holds. */
export async function putTag(tx: Transaction, ctx: StaffContext, organisationId: string, tagId: string) {
  const put = await tx
    .insert(organisationTag)
    .values({ networkId: ctx.network.id, organisationId, tagId })
    .onConflictDoNothing()
    .returning({ tagId: organisationTag.tagId })
  if (put.length > 0) await tell(tx, ctx, 'tag.put_on', organisationId, tagId)
}

export async function takeTagOff(tx: Transaction, ctx: StaffContext, organisationId: string, tagId: string) {
  const { networkId, organisationId: of, tagId: worn } = organisationTag
  const taken = await tx
    .delete(organisationTag)
    .where(and(eq(networkId, ctx.network.id), eq(of, organisationId), eq(worn, tagId)))
    .returning({ tagId: worn })
  if (taken.length > 0) await tell(tx, ctx, 'tag.taken_off', organisationId, tagId)
}

async function tell(
  tx: Transaction,
  ctx: StaffContext,
  action: TagAct,
  organisationId: string,
  tagId: string,
) {
  const [one] = await tx
    .select({ name: tag.name })
    .from(tag)
    .where(and(eq(tag.networkId, ctx.network.id), eq(tag.id, tagId)))
  await tellTags(tx, ctx, action, [{ organisation: organisationId, name: one!.name }])
}

type TagAct = 'tag.put_on' | 'tag.taken_off'

/** One line of history a tag and a record, however many they are and whatever puts them on. */
export function tellTags(
  tx: Transaction,
  ctx: StaffContext,
  action: TagAct,
  pairs: { organisation: string; name: string }[],
  more: Record<string, string> = {},
) {
  const lines = pairs.map(({ organisation, name }) => {
    return { action, objectType: 'organisation', objectId: organisation, changes: { tag: name, ...more } }
  })
  return recordAll(tx, ctx, lines)
}
