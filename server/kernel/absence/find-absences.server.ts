import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { absences } from '../rules.ts'
import { colleagueIds, inForce } from './people-of.server.ts'

export type Absence = {
  id: string
  accountId: string
  name: string
  colleague: string
  startsOn: string
  backOn: string
  note: string
  started: boolean
}
export type Colleague = { id: string; name: string }

/** Who is away or will be, and who of the team can take over. */
export async function findAbsences(ctx: Context) {
  demand(ctx, absences['absence:declare'])
  const day = today(ctx.clock, ctx.network.timeZone)
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Absence>(sql`
      select b.id, b.account_id as "accountId", a.name, c.name as colleague, b.starts_on::text as "startsOn",
        b.back_on::text as "backOn", b.note, b.starts_on <= ${day} as started
      from absence b join account a on a.id = b.account_id join account c on c.id = b.colleague_id
      where b.network_id = ${ctx.network.id} and b.ended_at is null and b.back_on > ${day}
      order by b.starts_on, a.name`)
    return { absences: rows, colleagues: await colleaguesOf(tx, ctx) }
  })
}

/** Whom one stands in for today, and what they left word of. */
export async function findStandIns(ctx: Context) {
  demand(ctx, absences['absence:declare'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Pick<Absence, 'id' | 'name' | 'backOn' | 'note'>>(sql`
      select b.id, a.name, b.back_on::text as "backOn", b.note
      from absence b join account a on a.id = b.account_id
      where b.colleague_id = ${ctx.account.id} and ${inForce(ctx)} order by b.back_on`)
    return rows
  })
}

/** Who leaves, and who can take over: oneself first. */
export async function colleaguesOf(tx: Transaction, ctx: StaffContext): Promise<Colleague[]> {
  const { rows } = await tx.execute<Colleague>(sql`
    select a.id, a.name from account a
    where a.id = ${ctx.account.id} or a.id in (${colleagueIds(ctx)})
    order by a.id = ${ctx.account.id} desc, a.name`)
  return rows
}
