import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { today } from '#server/kernel/clock.ts'
import type { NetworkContext, StaffContext } from '#server/kernel/context.ts'

/** Oneself, and the colleagues whose work one has taken over today: what awaits them awaits one too. */
export async function peopleOf(tx: Transaction, ctx: StaffContext): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct account_id as id from absence where ${inForce(ctx)} and colleague_id = ${ctx.account.id}`)
  return [ctx.account.id, ...rows.map(({ id }) => id)]
}

/** Who has taken over what awaits this person today. */
export async function standInOf(tx: Transaction, ctx: NetworkContext, accountId: string) {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select colleague_id as id from absence where ${inForce(ctx)} and account_id = ${accountId} limit 1`)
  return rows[0]?.id ?? null
}

const inForce = (ctx: NetworkContext) => {
  const day = today(ctx.clock, ctx.network.timeZone)
  return sql`network_id = ${ctx.network.id} and ended_at is null and starts_on <= ${day} and back_on > ${day}`
}
