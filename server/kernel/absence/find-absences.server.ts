import { type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand, may } from '#server/kernel/permissions.ts'
import { absences } from '../rules.ts'
import { colleagueIds, inForce, MAY_STAND_IN, teamIds } from './people-of.server.ts'

export type Absence = {
  id: string
  accountId: string
  name: string
  colleague: string
  colleagueId: string
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
        b.back_on::text as "backOn", b.note, b.colleague_id as "colleagueId", b.starts_on <= ${day} as started
      from absence b join account a on a.id = b.account_id join account c on c.id = b.colleague_id
      where b.network_id = ${ctx.network.id} and b.ended_at is null and b.back_on > ${day}
      order by b.starts_on, a.name`)
    return { absences: rows, ...(await colleaguesOf(tx, ctx)) }
  })
}

/** Whom one stands in for today, and what they left word of. */
export async function findStandIns(ctx: Context) {
  demand(ctx, absences['absence:declare'])
  if (!may(ctx, MAY_STAND_IN)) return []
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Pick<Absence, 'id' | 'name' | 'backOn' | 'note'>>(sql`
      select b.id, a.name, b.back_on::text as "backOn", b.note
      from absence b join account a on a.id = b.account_id
      where b.colleague_id = ${ctx.account.id} and ${inForce(ctx)} order by b.back_on`)
    return rows
  })
}

/** Who of the team may leave, interns too, and who can take over: oneself first. */
export async function colleaguesOf(tx: Transaction, ctx: StaffContext) {
  const named = async (ids: SQL): Promise<Colleague[]> => {
    const { rows } = await tx.execute<Colleague>(sql`
      select a.id, a.name from account a where a.id in (${ids})
      order by a.id = ${ctx.account.id} desc, a.name`)
    return rows
  }
  return { team: await named(teamIds(ctx)), colleagues: await named(colleagueIds(ctx)) }
}
