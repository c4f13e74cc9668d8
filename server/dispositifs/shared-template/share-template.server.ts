import { and, desc, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dispositifTemplateListing, dispositifTemplateVersion } from '#db/schema/dispositifs/template.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { enqueue } from '#server/kernel/queue.ts'
import { lockDispositif } from '../dispositif/locked-dispositif.server.ts'
import { nothingNew } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { same } from './same.ts'
import { sharedTemplate } from './shared-template.schema.ts'
import { templateInForce } from './template-in-force.server.ts'
import { TELL_TEMPLATES } from './told-queue.ts'

export type Sharing = { note: string; withLetters: boolean }

/** Gives what is in force to every network, as a version that never changes; those who took it are told. */
export async function shareTemplate(ctx: Context, id: string, { note, withLetters }: Sharing) {
  demand(ctx, dispositifs['template:share'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockDispositif(tx, ctx, id)
    if (row.archivedAt) throw notFound()
    const content = await templateInForce(tx, ctx, row, withLetters)
    const last = await lastVersion(tx, ctx, id)
    const shared = await isShared(tx, ctx, id)
    const unchanged = last !== null && same(sharedTemplate.parse(last.content), content)
    if (unchanged && shared) throw nothingNew()
    const now = ctx.clock.now()
    const said = note.trim().slice(0, 500)
    const version = unchanged ? last.version : (last?.version ?? 0) + 1
    const networkId = ctx.network.id
    if (!unchanged)
      await tx.insert(dispositifTemplateVersion).values({
        ...{ networkId, dispositifId: id, version, content, note: said, accountId: ctx.account.id },
        publishedAt: now,
      })
    const listed = { version, code: row.code, name: row.name, content, note: said, publishedAt: now }
    await tx
      .insert(dispositifTemplateListing)
      .values({ networkId, id, ...listed })
      .onConflictDoUpdate({
        target: [dispositifTemplateListing.networkId, dispositifTemplateListing.id],
        set: listed,
      })
    await enqueue(tx, TELL_TEMPLATES, {})
    await record(tx, ctx, {
      action: 'dispositif.shared',
      objectType: 'dispositif',
      objectId: id,
      changes: { version, note: said },
    })
  })
}

/** Nobody takes it from now on; those who did keep theirs. */
export async function withdrawTemplate(ctx: Context, id: string): Promise<void> {
  demand(ctx, dispositifs['template:share'])
  await inNetwork(ctx, async (tx) => {
    await lockDispositif(tx, ctx, id)
    const gone = await tx
      .delete(dispositifTemplateListing)
      .where(thisListing(ctx, id))
      .returning({ version: dispositifTemplateListing.version })
    if (!gone[0]) return
    await record(tx, ctx, {
      action: 'dispositif.shared_no_more',
      objectType: 'dispositif',
      objectId: id,
      changes: { version: gone[0].version },
    })
  })
}

export const thisListing = (ctx: NetworkContext, id: string) =>
  and(eq(dispositifTemplateListing.networkId, ctx.network.id), eq(dispositifTemplateListing.id, id))

export async function isShared(tx: Transaction, ctx: NetworkContext, id: string) {
  const rows = await tx
    .select({ id: dispositifTemplateListing.id })
    .from(dispositifTemplateListing)
    .where(thisListing(ctx, id))
  return rows.length > 0
}

export async function lastVersion(tx: Transaction, ctx: NetworkContext, id: string) {
  const { networkId, dispositifId, version } = dispositifTemplateVersion
  const [row] = await tx
    .select()
    .from(dispositifTemplateVersion)
    .where(and(eq(networkId, ctx.network.id), eq(dispositifId, id)))
    .orderBy(desc(version))
    .limit(1)
  return row ?? null
}
