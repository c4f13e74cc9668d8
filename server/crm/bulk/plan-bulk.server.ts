import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { OrganisationSearch } from '../organisation/find-organisations.schema.ts'
import { foundIds } from '../organisation/find-organisations.server.ts'
import { ownFields } from '../own-field/find-own-fields.server.ts'
import { type OwnField, offered, readOwnValue } from '../own-field/own-field.ts'
import { crm } from '../permissions.ts'
import { type BulkChange, type BulkRow, type Skip, skipOf } from './bulk.ts'

/** Records ticked one by one, or all that a filtered list answers. */
export type BulkTarget = { ids: string[] } | { search: OrganisationSearch }

const MOST_SHOWN = 20
/** More than any network knows. */
const MOST = 100_000

/** Ids of this network that are aimed at, in the order of the list. */
export async function targetIds(tx: Transaction, ctx: NetworkContext, target: BulkTarget): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    'ids' in target
      ? sql`select id from organisation where network_id = ${ctx.network.id}
          and id = any (${sql.param(target.ids)}::uuid[]) order by name collate "fr-x-icu", id`
      : sql`select id from (${foundIds(ctx, target.search)(0, MOST)}) f`,
  )
  return rows.map(({ id }) => id)
}

export async function bulkRows(tx: Transaction, ctx: NetworkContext, ids: string[]): Promise<BulkRow[]> {
  const { rows } = await tx.execute<BulkRow>(sql`
    select o.id, o.name, o.kind, o.subkind, o.sectors, o.published_at is not null as published,
      o.published_at is null and o.hidden_by_keeper as hidden,
      o.own_fields as "ownFields", o.looked_after_by as "lookedAfterBy",
      array(select l.tag_id from organisation_tag l
        where l.network_id = o.network_id and l.organisation_id = o.id)::text[] as tags
    from unnest(${sql.param(ids)}::uuid[]) with ordinality t(id, place)
      join organisation o on o.network_id = ${ctx.network.id} and o.id = t.id
    order by t.place`)
  return rows
}

/** The field an act sets, once what it sets is known to be right. */
export async function fieldOf(
  tx: Transaction,
  ctx: NetworkContext,
  change: BulkChange,
): Promise<OwnField | undefined> {
  if (change.act !== 'own') return undefined
  const field = (await ownFields(tx, ctx)).find(({ key, archived }) => key === change.key && !archived)
  if (!field) throw new DomainError('crm.bulk_refused', 422, { fault: 'unknown_choice' })
  const { fault } = readOwnValue({ ...field, choices: offered(field) }, change.values)
  if (fault) throw new DomainError('crm.bulk_refused', 422, { fault })
  return field
}

export type BulkPlan = {
  total: number
  changes: number
  skips: { why: Skip; count: number }[]
  first: { id: string; name: string; skip: Skip | null }[]
}

/** How many records are aimed at, however they are. */
export async function countTarget(ctx: Context, target: BulkTarget): Promise<number> {
  demand(ctx, crm['organisation:correct'])
  return (await inNetwork(ctx, (tx) => targetIds(tx, ctx, target))).length
}

/** What an act would do, and to whom, before it does it: nothing is written. */
export async function planBulk(ctx: Context, target: BulkTarget, change: BulkChange): Promise<BulkPlan> {
  demand(ctx, ruleOf(change))
  return inNetwork(ctx, async (tx) => {
    const field = await fieldOf(tx, ctx, change)
    const rows = await bulkRows(tx, ctx, await targetIds(tx, ctx, target))
    const lines = rows.map((row) => ({ id: row.id, name: row.name, skip: skipOf(change, row, field) }))
    const skips = new Map<Skip, number>()
    for (const { skip } of lines) if (skip) skips.set(skip, (skips.get(skip) ?? 0) + 1)
    const changing = lines.filter(({ skip }) => !skip)
    return {
      total: lines.length,
      changes: changing.length,
      skips: [...skips].map(([why, count]) => ({ why, count })),
      first: [...changing, ...lines.filter(({ skip }) => skip)].slice(0, MOST_SHOWN),
    }
  })
}

export const ruleOf = ({ act }: BulkChange) =>
  crm[act === 'publish' || act === 'withdraw' ? 'organisation:publish' : 'organisation:correct']
