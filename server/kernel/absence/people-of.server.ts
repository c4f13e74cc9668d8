import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { today } from '#server/kernel/clock.ts'
import type { NetworkContext, StaffContext } from '#server/kernel/context.ts'
import { BUT_INTERNS, may, type Rule } from '#server/kernel/permissions.ts'

/** An intern takes nobody's data away: they are nobody's stand-in. */
export const MAY_STAND_IN = { roles: ['admin', 'staff'], staff: BUT_INTERNS } as const satisfies Rule

/** Oneself, and the colleagues whose work one has taken over today: what awaits them awaits one too. */
export async function peopleOf(tx: Transaction, ctx: StaffContext): Promise<string[]> {
  if (!may(ctx, MAY_STAND_IN)) return [ctx.account.id]
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct account_id as id from absence where ${inForce(ctx)} and colleague_id = ${ctx.account.id}`)
  return [ctx.account.id, ...rows.map(({ id }) => id)]
}

/** Who has taken over what awaits this person today. */
export async function standInOf(tx: Transaction, ctx: NetworkContext, accountId: string) {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select colleague_id as id from absence where ${inForce(ctx)} and account_id = ${accountId}
      and colleague_id in (${colleagueIds(ctx)}) limit 1`)
  return rows[0]?.id ?? null
}

/** Absences of today. */
export const inForce = (ctx: NetworkContext) => {
  const day = today(ctx.clock, ctx.network.timeZone)
  return sql`network_id = ${ctx.network.id} and ended_at is null and starts_on <= ${day} and back_on > ${day}`
}

/** The team of today. */
export const teamIds = (ctx: NetworkContext) => {
  const day = today(ctx.clock, ctx.network.timeZone)
  return sql`select account_id from account_grant
    where network_id = ${ctx.network.id} and role in ('admin', 'staff')
      and revoked_at is null and starts_on <= ${day} and (ends_on is null or ends_on >= ${day})`
}

/** Those of it that may take over. */
export const colleagueIds = (ctx: NetworkContext) =>
  sql`${teamIds(ctx)} and profile is distinct from 'intern'`

/** Everyone of the team of today but interns. */
export async function teamOf(tx: Transaction, ctx: NetworkContext): Promise<string[]> {
  const { rows } = await tx.execute<{ account_id: string }>(colleagueIds(ctx))
  return [...new Set(rows.map((row) => row.account_id))]
}
