import { inArray, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { account } from '#db/schema/identity.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { alike, prepared, type Reason } from '../duplicate/alike.ts'
import { comparables } from '../duplicate/comparables.server.ts'
import { type OrganisationRow, rowOfOrganisation } from '../organisation/locked-organisation.server.ts'
import { namesOfOrganisations } from '../organisation/names-of-organisations.server.ts'
import { crm } from '../permissions.ts'
import { conflicts } from './carry-links.server.ts'
import type { Side } from './fields.ts'
import { LINKS, type Row } from './link-table.server.ts'

/** How many rows of one kind name each record, and how many of them both have. */
export type CarriedCount = { of: string; left: number; right: number; both: number }
/** Two memberships of one year: a person says which stands. */
export type Clash = { year: string; left: Row; right: Row }

export type PairToMerge = Awaited<ReturnType<typeof getPair>>

/** Two records of this network side by side, with all that would be carried from one to the other. */
export async function getPair(ctx: Context, leftId: string, rightId: string) {
  demand(ctx, crm['organisation:merge'])
  return inNetwork(ctx, async (tx) => {
    const left = await rowOfOrganisation(tx, ctx, leftId)
    const right = await rowOfOrganisation(tx, ctx, rightId)
    const { counts, clashes } = await countLinks(tx, ctx, leftId, rightId)
    return {
      left,
      right,
      kept: keptByDefault({ left, right }, counts),
      counts,
      clashes,
      names: await namesIn(tx, ctx, [left, right]),
      ...(await pairOf(tx, ctx, left, right)),
    }
  })
}

/** The public one, else the one most is known of, else the older. */
function keptByDefault(two: Record<Side, OrganisationRow>, counts: CarriedCount[]): Side {
  const weigh = (side: Side) => [
    two[side].publishedAt ? 1 : 0,
    counts.reduce((sum, count) => sum + count[side], 0),
    -two[side].createdAt.getTime(),
  ]
  const [left, right] = [weigh('left'), weigh('right')]
  const at = left.findIndex((value, index) => value !== right[index])
  return at >= 0 && left[at]! < right[at]! ? 'right' : 'left'
}

async function countLinks(tx: Transaction, ctx: StaffContext, leftId: string, rightId: string) {
  const byKind = new Map<string, CarriedCount>()
  const clashes: Clash[] = []
  for (const link of LINKS) {
    const { rule } = link
    if (rule.how === 'forgotten') continue
    const names = (id: string) =>
      rule.how === 'listed' ? sql`${id} = any (${link.column})` : sql`${link.column} = ${id}`
    const { rows } = await tx.execute<{ left: number; right: number }>(sql`
      select count(*) filter (where ${names(leftId)})::int as "left",
        count(*) filter (where ${names(rightId)})::int as "right"
      from ${link.table} where ${link.mine(ctx)} and (${names(leftId)} or ${names(rightId)})`)
    const both = await conflicts(tx, ctx, link, { kept: leftId, merged: rightId })
    const known = byKind.get(rule.of) ?? { of: rule.of, left: 0, right: 0, both: 0 }
    byKind.set(rule.of, {
      of: rule.of,
      left: known.left + rows[0]!.left,
      right: known.right + rows[0]!.right,
      both: known.both + both.length,
    })
    if (rule.how === 'moves' && rule.asks)
      clashes.push(
        ...both.map(({ mine, theirs }) => ({ year: String(mine.year), left: mine, right: theirs })),
      )
  }
  return { counts: [...byKind.values()].filter(({ left, right }) => left + right > 0), clashes }
}

/** Seats and people the two records name. */
async function namesIn(tx: Transaction, ctx: StaffContext, rows: OrganisationRow[]) {
  const seats = rows.flatMap(({ parentId }) => parentId ?? [])
  const people = rows.flatMap(({ lookedAfterBy }) => lookedAfterBy ?? [])
  const names = await namesOfOrganisations(tx, ctx, seats)
  for (const person of await tx
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(inArray(account.id, people)))
    names.set(person.id, person.name)
  return names
}

async function pairOf(tx: Transaction, ctx: StaffContext, left: OrganisationRow, right: OrganisationRow) {
  const { rows } = await tx.execute<{ apartAt: string | null; apartBy: string | null }>(sql`
    select d.apart_at as "apartAt", a.name as "apartBy"
    from duplicate_pair d left join account a on a.id = d.apart_by
    where d.network_id = ${ctx.network.id} and d.left_id = least(${left.id}::uuid, ${right.id}::uuid)
      and d.right_id = greatest(${left.id}::uuid, ${right.id}::uuid)`)
  const records = await comparables(tx, ctx, sql`id in (${left.id}, ${right.id})`)
  const [one, other] = records.map(prepared)
  const reasons: Reason[] = one && other ? (alike(one, other)?.reasons ?? []) : []
  return { apartAt: rows[0]?.apartAt ?? null, apartBy: rows[0]?.apartBy ?? null, reasons }
}
