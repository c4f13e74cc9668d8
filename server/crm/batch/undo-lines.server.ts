import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { removeListing } from '#server/directory/public.ts'
import { type AuditLine, recordAll } from '#server/kernel/audit.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { changesBetween } from '../organisation/changes.ts'
import type { OrganisationRow } from '../organisation/locked-organisation.server.ts'
import { refreshListings } from '../organisation/refresh-listings.server.ts'
import { attachedTo } from './attached-to.server.ts'
import { type Before, fieldsToRestore, isRestorable, type Outcome } from './batch.ts'
import { hangBack } from './hang-back.server.ts'

export type Line = { organisationId: string; before: Before | null; version: number; attached: number }

/**
 * Puts records back as they were before a batch, those that somebody worked on since left as they are. The
 * statements are as many for a thousand records as for one.
 */
export async function undoLines(tx: Transaction, ctx: StaffContext, lines: Line[]) {
  const rows = await held(
    tx,
    ctx,
    lines.map(({ organisationId }) => organisationId),
  )
  const outcomes = new Map<string, Outcome>()
  const [made, changed, hung]: [Line[], Line[], Line[]] = [[], [], []]
  for (const line of lines) {
    const row = rows.get(line.organisationId)
    const { before } = line
    if (!row) outcomes.set(line.organisationId, 'absent')
    else if (before && !before.fields) hung.push(line)
    else if (row.version !== line.version || isKeptByAnother(row, before))
      outcomes.set(line.organisationId, 'touched')
    else if (before) changed.push(line)
    else made.push(line)
  }
  await putBack(tx, ctx, changed, rows)
  const left = await hangBack(tx, ctx, [...changed, ...hung])
  for (const { organisationId: id } of [...changed, ...hung])
    outcomes.set(id, left.has(id) ? 'touched' : 'restored')
  for (const [id, outcome] of await takeAway(tx, ctx, made, rows)) outcomes.set(id, outcome)
  return outcomes
}

/** Somebody gave it another keeper since. */
const isKeptByAnother = (row: OrganisationRow, before: Before | null) =>
  before?.keeper !== undefined && row.lookedAfterBy !== before.keeper

async function held(tx: Transaction, ctx: StaffContext, ids: string[]) {
  const rows = await tx
    .select()
    .from(organisation)
    .where(and(eq(organisation.networkId, ctx.network.id), inArray(organisation.id, ids)))
    .orderBy(organisation.id)
    .for('update')
  return new Map(rows.map((row) => [row.id, row]))
}

const COLUMNS = Object.entries(getTableColumns(organisation)).flatMap(([key, { name }]) =>
  isRestorable(key) ? [{ key, name }] : [],
)
const setting = sql.raw(COLUMNS.map(({ name }) => `${name} = p.${name}`).join(', '))

/** Writes the columns each line kept, and those alone. */
async function putBack(
  tx: Transaction,
  ctx: StaffContext,
  lines: Line[],
  rows: Map<string, OrganisationRow>,
) {
  if (lines.length === 0) return
  const kept = lines.map(({ organisationId, before }) => {
    const fields = before!.fields as Record<string, unknown>
    const named = COLUMNS.flatMap(({ key, name }) => (key in fields ? [[name, fields[key]]] : []))
    return { id: organisationId, fields: Object.fromEntries(named) }
  })
  await tx.execute(sql`update organisation o set ${setting}, version = o.version + 1
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as r(id uuid, fields jsonb)
      join organisation b on b.network_id = ${ctx.network.id} and b.id = r.id
      cross join lateral jsonb_populate_record(b, r.fields) p
    where o.network_id = ${ctx.network.id} and o.id = r.id`)
  const told = lines.map(({ organisationId: id, before }): AuditLine => {
    const { updatedAt, ...fields } = fieldsToRestore(before!.fields!)
    const changes = changesBetween(rows.get(id) as Record<string, unknown>, fields)
    return { action: 'organisation.put_back', objectType: 'organisation', objectId: id, changes }
  })
  await recordAll(tx, ctx, told)
  const back = await held(
    tx,
    ctx,
    kept.map(({ id }) => id),
  )
  const hidden = [...back.values()].filter((row) => !row.publishedAt && rows.get(row.id)?.publishedAt)
  await removeListing(tx, ctx, ...hidden.map(({ id }) => id))
  await refreshListings(tx, ctx, [...back.values()])
}

/** Records the batch made, but for those something was attached to since. */
async function takeAway(
  tx: Transaction,
  ctx: StaffContext,
  lines: Line[],
  rows: Map<string, OrganisationRow>,
): Promise<[string, Outcome][]> {
  if (lines.length === 0) return []
  const ids = lines.map(({ organisationId }) => organisationId)
  const attached = await attachedTo(tx, ctx, ids)
  const isFree = ({ organisationId, attached: expected }: Line) => {
    const { gone, holding } = attached.get(organisationId) ?? { gone: 0, holding: 0 }
    return holding === 0 && gone <= expected
  }
  const going = lines.filter(isFree).map(({ organisationId }) => organisationId)
  await removeListing(tx, ctx, ...going.filter((id) => rows.get(id)?.publishedAt))
  await tx
    .delete(organisation)
    .where(and(eq(organisation.networkId, ctx.network.id), inArray(organisation.id, going)))
  const told = going.map((id): AuditLine => {
    const changes = { name: { from: rows.get(id)!.name, to: null } }
    return { action: 'organisation.deleted', objectType: 'organisation', objectId: id, changes }
  })
  await recordAll(tx, ctx, told)
  return lines.map((line) => [line.organisationId, isFree(line) ? 'deleted' : 'attached'])
}
