import { and, asc, eq, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import {
  type LeftOut,
  organisation,
  organisationMerge,
  organisationMergeLine,
  organisationRedirect,
} from '#db/schema/crm.ts'
import { listingRedirect } from '#db/schema/directory.ts'
import { followMerged, removeListing } from '#server/directory/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { returnApart } from '../duplicate/carry-apart.server.ts'
import { notePairsOf } from '../duplicate/note-pairs.server.ts'
import { mergeRefused } from '../errors.ts'
import { lockOrganisation } from '../organisation/locked-organisation.server.ts'
import { crm } from '../permissions.ts'
import { keptInstead } from './kept-instead.server.ts'
import { type Row, writeRow } from './link-table.server.ts'
import { asJson, publish } from './merge-organisations.server.ts'
import { canBeUndone } from './merge-undoing.ts'
import { restoreLinks } from './restore-links.server.ts'
import { breakCircles, SEAT_LEFT, underStandingSeat } from './restore-seat.server.ts'

type Merge = typeof organisationMerge.$inferSelect

/**
 * Makes two records again of one: the merged one as it was, its rows and its listing back, the kept one
 * without what the merge had written, as far as nobody touched them since. Tells what stays as it is.
 */
export async function undoMerge(ctx: Context, mergeId: string): Promise<{ id: string; leftOut: LeftOut[] }> {
  demand(ctx, crm['organisation:merge'])
  return inNetwork(ctx, async (tx) => {
    const merge = await lockMerge(tx, ctx, mergeId)
    if (merge.undoneAt) return { id: merge.mergedId, leftOut: merge.leftOut }
    if (!canBeUndone(merge, ctx.clock.now())) throw mergeRefused('too_old')
    const kept = await keptAsItIs(tx, ctx, merge)
    await freeAddresses(tx, ctx, merge, kept)
    const merged = await underStandingSeat(tx, ctx, merge.mergedBefore)
    await writeRow(tx, 'organisation', merged)
    const lines = await tx
      .select()
      .from(organisationMergeLine)
      .where(
        and(eq(organisationMergeLine.networkId, ctx.network.id), eq(organisationMergeLine.mergeId, mergeId)),
      )
      .orderBy(asc(organisationMergeLine.position))
    await returnApart(tx, ctx, merge.keptId, lines)
    const rows = await restoreLinks(tx, { kept: merge.keptId, merged: merge.mergedId }, lines)
    const fields = await restoreKept(tx, ctx, merge, kept)
    const circle = await breakCircles(tx, ctx, [merge.mergedId, merge.keptId])
    const seat = circle || merged.parent_id !== merge.mergedBefore.parent_id ? [SEAT_LEFT] : []
    const leftOut = [...seat, ...fields, ...rows]
    await showBoth(tx, ctx, merge)
    await followMerged(tx, ctx, [merge.keptId, merge.mergedId])
    await tx
      .update(organisationMerge)
      .set({ undoneAt: ctx.clock.now(), undoneBy: ctx.account.id, leftOut })
      .where(and(eq(organisationMerge.networkId, ctx.network.id), eq(organisationMerge.id, mergeId)))
    await tell(tx, ctx, merge, leftOut)
    return { id: merge.mergedId, leftOut }
  })
}

async function lockMerge(tx: Transaction, ctx: StaffContext, id: string): Promise<Merge> {
  const [merge] = await tx
    .select()
    .from(organisationMerge)
    .where(and(eq(organisationMerge.networkId, ctx.network.id), eq(organisationMerge.id, id)))
    .for('update')
  if (!merge) throw notFound()
  return merge
}

/** A record that was itself merged since has to come back first. */
async function keptAsItIs(tx: Transaction, ctx: StaffContext, merge: Merge): Promise<Row> {
  const since = await keptInstead(ctx, merge.keptId)
  if (since) throw mergeRefused('merged_since', { name: merge.keptName })
  await lockOrganisation(tx, ctx, merge.keptId)
  return asJson(tx, { networkId: ctx.network.id, id: merge.keptId })
}

/** The merged record's addresses lead to itself again; the kept one gives back the one it took over. */
async function freeAddresses(tx: Transaction, ctx: StaffContext, merge: Merge, kept: Row) {
  const networkId = ctx.network.id
  const { slug } = merge.mergedBefore
  await tx
    .delete(organisationRedirect)
    .where(and(eq(organisationRedirect.networkId, networkId), eq(organisationRedirect.oldId, merge.mergedId)))
  if (typeof slug !== 'string') return
  await tx
    .delete(listingRedirect)
    .where(and(eq(listingRedirect.networkId, networkId), eq(listingRedirect.slug, slug)))
  if (kept.slug !== slug) return
  if (kept.published_at) await removeListing(tx, ctx, merge.keptId)
  await tx.execute(
    sql`update organisation set slug = null where network_id = ${networkId} and id = ${merge.keptId}`,
  )
}

const OF_THE_ROW = new Set(['network_id', 'id', 'version', 'updated_at'])
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Field by field: what the merge wrote and nobody changed since is as it was before. */
async function restoreKept(
  tx: Transaction,
  ctx: StaffContext,
  merge: Merge,
  current: Row,
): Promise<LeftOut[]> {
  const { keptAfter: after } = merge
  const before = await underStandingSeat(tx, ctx, merge.keptBefore)
  const written = Object.keys(after).filter(
    (name) => !OF_THE_ROW.has(name) && !same(merge.keptBefore[name], after[name]),
  )
  const back = written.filter((name) => same(current[name], after[name]))
  const columns = sql.join(
    back.map((name) => sql`${sql.identifier(name)} = r.${sql.identifier(name)}`),
    sql`, `,
  )
  await tx.execute(sql`
    update organisation o set ${back.length > 0 ? sql`${columns},` : sql``} version = o.version + 1,
      updated_at = ${ctx.clock.now().toISOString()}::timestamptz
    from jsonb_populate_record(null::organisation, ${JSON.stringify(before)}::jsonb) r
    where o.network_id = ${ctx.network.id} and o.id = ${merge.keptId}`)
  // The kept record was public only as the other one: it has no period of its own.
  if (back.includes('published_at') && before.published_at === null)
    await tx.execute(sql`delete from organisation_publication
      where network_id = ${ctx.network.id} and organisation_id = ${merge.keptId}
        and published_at = ${String(after.published_at)}::timestamptz`)
  const isBack = (name: string) => back.includes(name) && same(before[name], merge.keptBefore[name])
  const left = written.filter((name) => !isBack(name))
  return left.map((name) => ({ what: 'field', detail: camel(name) }))
}

const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

async function showBoth(tx: Transaction, ctx: StaffContext, { keptId, mergedId }: Merge) {
  for (const id of [keptId, mergedId]) {
    const row = await lockOrganisation(tx, ctx, id)
    // An address without publication, or none at all: the public sees nothing.
    if (!row.publishedAt || !row.slug) await removeListing(tx, ctx, id)
    if (row.publishedAt && !row.slug) {
      await tx
        .update(organisation)
        .set({ publishedAt: null })
        .where(and(eq(organisation.networkId, ctx.network.id), eq(organisation.id, id)))
    }
    if (row.publishedAt && row.slug)
      await tx.execute(sql`update organisation_publication set withdrawn_at = null
        where network_id = ${ctx.network.id} and organisation_id = ${id}
          and published_at = ${row.publishedAt.toISOString()}::timestamptz`)
    await publish(tx, ctx, row)
    await notePairsOf(tx, ctx, id)
  }
}

async function tell(tx: Transaction, ctx: StaffContext, merge: Merge, leftOut: LeftOut[]) {
  const about = { objectType: 'organisation' }
  await record(tx, ctx, {
    ...about,
    action: 'organisation.unmerged',
    objectId: merge.keptId,
    changes: { merged: merge.mergedName, leftOut: leftOut.length },
  })
  await record(tx, ctx, { ...about, action: 'organisation.restored', objectId: merge.mergedId })
}
