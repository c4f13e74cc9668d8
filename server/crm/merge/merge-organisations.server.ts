import { and, eq, inArray, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import {
  organisation,
  organisationMerge,
  organisationMergeLine,
  organisationRedirect,
} from '#db/schema/crm.ts'
import { listingRedirect } from '#db/schema/directory.ts'
import { sirenOf } from '#packages/identifiers/siret.ts'
import { followMerged, removeListing } from '#server/directory/public.ts'
import { lastAuthor } from '#server/kernel/audit/last-author.server.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { refreshProjectsOf } from '#server/projects/public.ts'
import { carryApart } from '../duplicate/carry-apart.server.ts'
import { notePairsOf } from '../duplicate/note-pairs.server.ts'
import { changedMeanwhile, mergeRefused } from '../errors.ts'
import { chainFrom } from '../organisation/branches.server.ts'
import { HUNG_ON_IT } from '../organisation/history-of-record.server.ts'
import { type OrganisationRow, thisOrganisation } from '../organisation/locked-organisation.server.ts'
import { saveListing } from '../organisation/save-record.server.ts'
import { crm } from '../permissions.ts'
import { type CarriedLine, carryLinks, type Stands } from './carry-links.server.ts'
import { mergedValues, type Side } from './fields.ts'
import { keptInstead } from './kept-instead.server.ts'
import type { Row } from './link-table.server.ts'
import type { MergeInput } from './merge.schema.ts'

/**
 * Makes two records one, in one transaction: fields as chosen, every row that named the one that goes, its
 * addresses, its listing. Asked twice, or by two people at once, it is done once.
 */
export async function mergeOrganisations(ctx: Context, leftId: string, rightId: string, input: MergeInput) {
  demand(ctx, crm['organisation:merge'])
  return inNetwork(ctx, async (tx) => {
    const held = await lockBoth(tx, ctx, leftId, rightId)
    if (!held) return { id: await alreadyOne(ctx, leftId, rightId), already: true }
    for (const side of ['left', 'right'] as const) {
      const { id, version } = held[side]
      if (version !== input.versions[side])
        throw changedMeanwhile(await lastAuthor(tx, ctx, 'organisation', id, HUNG_ON_IT), version)
    }
    const kept = held[input.kept]
    const merged = held[input.kept === 'left' ? 'right' : 'left']
    const merge = { networkId: ctx.network.id, id: v7(), keptId: kept.id, mergedId: merged.id }
    const [keptBefore, mergedBefore] = [await asJson(tx, kept), await asJson(tx, merged)]
    const written = await writeKept(tx, ctx, held, input)
    const lines = await carryLinks(tx, ctx, { kept: kept.id, merged: merged.id }, standsOf(input))
    await breakCircle(tx, ctx, written)
    await leadTo(tx, ctx, merged, written)
    await hide(tx, ctx, kept, merged, written)
    await tx.delete(organisation).where(thisOrganisation(merged))
    await publish(tx, ctx, written)
    await followMerged(tx, ctx, [merged.id, kept.id])
    await tx.insert(organisationMerge).values({
      ...merge,
      keptName: written.name,
      keptWas: kept.name,
      mergedName: merged.name,
      keptBefore,
      mergedBefore,
      keptAfter: await asJson(tx, kept),
      accountId: ctx.account.id,
      createdAt: ctx.clock.now(),
    })
    await writeLines(tx, ctx, merge.id, lines)
    await carryApart(tx, ctx, kept.id, lines)
    await notePairsOf(tx, ctx, kept.id)
    await tell(tx, ctx, kept, written.name, merged, lines)
    return { id: kept.id, already: false }
  })
}

/** Always in the same order: two people who merge them at once take turns. Null when one is gone. */
async function lockBoth(tx: Transaction, ctx: StaffContext, leftId: string, rightId: string) {
  if (leftId === rightId) throw notFound()
  const rows = await tx
    .select()
    .from(organisation)
    .where(and(eq(organisation.networkId, ctx.network.id), inArray(organisation.id, [leftId, rightId])))
    .orderBy(organisation.id)
    .for('update')
  const [left, right] = [leftId, rightId].map((id) => rows.find((row) => row.id === id))
  return left && right ? { left, right } : null
}

/** What somebody else, or a first click, has just done. */
async function alreadyOne(ctx: StaffContext, leftId: string, rightId: string): Promise<string> {
  const [left, right] = [await keptInstead(ctx, leftId), await keptInstead(ctx, rightId)]
  if (left === rightId || (left !== null && left === right)) return left
  if (right === leftId) return right
  throw notFound()
}

async function writeKept(
  tx: Transaction,
  ctx: StaffContext,
  held: Record<Side, OrganisationRow>,
  input: MergeInput,
) {
  const kept = held[input.kept]
  const merged = held[input.kept === 'left' ? 'right' : 'left']
  const values = mergedValues(held, input.kept, input.choices, input.otherName)
  if (values.siren && values.siret && sirenOf(values.siret) !== values.siren)
    throw mergeRefused('siret_of_another')
  // A seat does not become its own branch.
  if (values.parentId === kept.id || values.parentId === merged.id) values.parentId = null
  const written = {
    ...kept,
    ...values,
    slug: kept.slug ?? merged.slug,
    // What is one was known from the day the older of the two was: figures count from there.
    createdAt: new Date(Math.min(+kept.createdAt, +merged.createdAt)),
    version: kept.version + 1,
    updatedAt: ctx.clock.now(),
  }
  // Its address is free from here on.
  await tx.update(organisation).set({ slug: null }).where(thisOrganisation(merged))
  const { search, folded, ...columns } = written
  await tx.update(organisation).set(columns).where(thisOrganisation(kept))
  return written
}

/** Branches of the one that goes are now those of the kept one, which may have been under one of them. */
async function breakCircle(tx: Transaction, ctx: StaffContext, kept: OrganisationRow) {
  if (kept.parentId === null || !(await chainFrom(tx, ctx, kept.parentId)).includes(kept.id)) return
  kept.parentId = null
  await tx.update(organisation).set({ parentId: null }).where(thisOrganisation(kept))
}

/** The public loses the one that goes, and the kept one where it is not shown any more. */
async function hide(
  tx: Transaction,
  ctx: StaffContext,
  kept: OrganisationRow,
  merged: OrganisationRow,
  written: OrganisationRow,
) {
  if (!written.publishedAt) {
    // Of the periods it took over, one may still be open.
    await tx.execute(sql`update organisation_publication set withdrawn_at = greatest(now(), published_at)
      where network_id = ${ctx.network.id} and organisation_id = ${kept.id} and withdrawn_at is null`)
    if (kept.publishedAt) await removeListing(tx, ctx, kept.id)
  }
  if (merged.publishedAt) await removeListing(tx, ctx, merged.id)
}

async function leadTo(tx: Transaction, ctx: StaffContext, merged: OrganisationRow, kept: OrganisationRow) {
  const networkId = ctx.network.id
  await tx.insert(organisationRedirect).values({ networkId, oldId: merged.id, keptId: kept.id })
  if (merged.slug && merged.slug !== kept.slug)
    await tx.insert(listingRedirect).values({ networkId, slug: merged.slug, id: kept.id })
}

/** The listing says what the record says now; the projects around it name it. */
export async function publish(tx: Transaction, ctx: StaffContext, row: OrganisationRow) {
  await saveListing(tx, ctx, row, false)
  await refreshProjectsOf(tx, ctx, row.id)
}

const standsOf =
  ({ memberships, kept }: MergeInput): Stands =>
  (link, row) => {
    if (link !== 'membership.organisation_id') return 'kept'
    const chosen = memberships[String(row.year)]
    return chosen && chosen !== kept ? 'merged' : 'kept'
  }

/** The row as it can be written again, with what the database computes left out. */
export async function asJson(tx: Transaction, row: Pick<OrganisationRow, 'networkId' | 'id'>): Promise<Row> {
  const { rows } = await tx.execute<{ row: Row }>(sql`
    select to_jsonb(o) - 'search' - 'folded' as row from organisation o
    where network_id = ${row.networkId} and id = ${row.id}`)
  return rows[0]!.row
}

const LINES_AT_ONCE = 1000

async function writeLines(tx: Transaction, ctx: StaffContext, mergeId: string, lines: CarriedLine[]) {
  const rows = lines.map((line, position) => ({ networkId: ctx.network.id, mergeId, position, ...line }))
  for (let from = 0; from < rows.length; from += LINES_AT_ONCE)
    await tx.insert(organisationMergeLine).values(rows.slice(from, from + LINES_AT_ONCE))
}

async function tell(
  tx: Transaction,
  ctx: StaffContext,
  kept: OrganisationRow,
  name: string,
  merged: OrganisationRow,
  lines: CarriedLine[],
) {
  const about = { objectType: 'organisation' }
  const carried = lines.filter(({ moved }) => moved).length
  await record(tx, ctx, {
    ...about,
    action: 'organisation.merged',
    objectId: kept.id,
    changes: {
      merged: merged.name,
      ...(kept.name === name ? {} : { name: { from: kept.name, to: name } }),
      carried,
    },
  })
  await record(tx, ctx, {
    ...about,
    action: 'organisation.merged_away',
    objectId: merged.id,
    changes: { into: kept.name },
  })
}
