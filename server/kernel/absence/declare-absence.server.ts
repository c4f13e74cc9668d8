import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { absence } from '#db/schema/identity.ts'
import { record } from '#server/kernel/audit.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { absences } from '../rules.ts'
import type { AbsenceInput } from './absence.schema.ts'
import { alreadyAway, datesWrong, notAColleague, standsInAlready } from './errors.ts'
import { colleaguesOf } from './find-absences.server.ts'

/** Hands over what awaits a person to a colleague, in one act, until the day they are back. */
export async function declareAbsence(ctx: Context, input: AbsenceInput): Promise<{ id: string }> {
  demand(ctx, absences['absence:declare'])
  if (input.accountId !== ctx.account.id) demand(ctx, absences['absence:declare_for_others'])
  const day = today(ctx.clock, ctx.network.timeZone)
  if (input.backOn <= input.startsOn || input.backOn <= day) throw datesWrong()
  return inNetwork(ctx, async (tx) => {
    const { team, colleagues } = await colleaguesOf(tx, ctx)
    const person = team.find(({ id }) => id === input.accountId)
    const colleague = colleagues.find(({ id }) => id === input.colleagueId)
    if (!person || !colleague || person.id === colleague.id) throw notAColleague()
    const among = sql`network_id = ${ctx.network.id} and ended_at is null
      and starts_on < ${input.backOn} and back_on > ${input.startsOn}`
    // Two at once, of one person or of each other, take turns.
    await tx.execute(sql`select pg_advisory_xact_lock(${ctx.network.id}, hashtext('absences'))`)
    const { rows: own } = await tx.execute(
      sql`select 1 from absence where ${among} and account_id = ${person.id}`,
    )
    if (own.length > 0) throw alreadyAway()
    const { rows: standsIn } = await tx.execute(
      sql`select 1 from absence where ${among} and colleague_id = ${person.id}`,
    )
    if (standsIn.length > 0) throw standsInAlready()
    const { rows: theirs } = await tx.execute(
      sql`select 1 from absence where ${among} and account_id = ${colleague.id}`,
    )
    if (theirs.length > 0) throw notAColleague()
    const id = v7()
    await tx.insert(absence).values({
      ...input,
      networkId: ctx.network.id,
      id,
      givenBy: ctx.account.id,
      createdAt: ctx.clock.now(),
    })
    const { startsOn, backOn } = input
    const changes = { person: person.name, colleague: colleague.name, startsOn, backOn }
    await record(tx, ctx, { action: 'absence.declared', objectType: 'absence', objectId: id, changes })
    await notify(tx, ctx, {
      accountId: colleague.id,
      kind: 'kernel.handed_over',
      params: { name: person.name, from: startsOn, back: backOn },
      path: `/${ctx.network.slug}/bureau/absences`,
    })
    return { id }
  })
}
