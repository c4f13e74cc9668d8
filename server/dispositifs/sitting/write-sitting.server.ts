import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { sitting, sittingMember } from '#db/schema/dispositifs/sitting.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { changedMeanwhile, notOfNetwork } from '../errors.ts'
import { proposeConflicts } from '../instruction/propose-conflicts.server.ts'
import { dispositifs } from '../permissions.ts'
import { openSitting, thisSitting } from './locked-sitting.server.ts'
import { guestsOf, type SittingInput } from './sitting.schema.ts'

/** A meeting of the jury, for one session or several; its members are told. */
export async function planSitting(ctx: Context, input: SittingInput): Promise<{ id: string }> {
  demand(ctx, dispositifs['jury:manage'])
  const id = v7()
  await inNetwork(ctx, async (tx) => {
    const now = ctx.clock.now()
    await tx.insert(sitting).values({
      ...{ networkId: ctx.network.id, id, ...told(ctx, input), createdAt: now, updatedAt: now },
    })
    await writeParts(tx, ctx, id, 1, input)
    await record(tx, ctx, {
      ...{ action: 'sitting.planned', objectType: 'sitting', objectId: id },
      changes: { name: input.name },
    })
  })
  return { id }
}

/** Presences already noted stay with those who are still members. */
export async function changeSitting(ctx: Context, id: string, version: number, input: SittingInput) {
  demand(ctx, dispositifs['jury:manage'])
  await inNetwork(ctx, async (tx) => {
    const before = await openSitting(tx, ctx, id)
    if (before.version !== version) throw changedMeanwhile(before.version)
    const kept = before.signedRound > 0 ? { quorum: input.quorum } : told(ctx, input)
    await tx
      .update(sitting)
      .set({ ...kept, version: version + 1, updatedAt: ctx.clock.now() })
      .where(thisSitting(ctx, id))
    await writeParts(tx, ctx, id, before.round, input)
    await record(tx, ctx, {
      ...{ action: 'sitting.changed', objectType: 'sitting', objectId: id },
      changes: { name: input.name },
    })
  })
}

const told = (ctx: StaffContext, { name, place, link, quorum, startsAt }: SittingInput) => ({
  ...{ name, place, link, quorum },
  startsAt: sql<Date>`(${startsAt}::timestamp at time zone ${ctx.network.timeZone})`,
})

async function writeParts(
  tx: Transaction,
  ctx: StaffContext,
  id: string,
  round: number,
  input: SittingInput,
) {
  const network = ctx.network.id
  const { rows: sessions } = await tx.execute<{ id: string }>(sql`
    select id from dispositif_session where network_id = ${network} and id = any (${sql.param(input.sessions)}::uuid[])`)
  if (sessions.length !== new Set(input.sessions).size) throw notOfNetwork('sessions')
  await tx.execute(sql`delete from sitting_session x where network_id = ${network} and sitting_id = ${id}
    and not session_id = any (${sql.param(input.sessions)}::uuid[])
    and not exists (select from sitting_item t join dossier d on d.network_id = t.network_id and d.id = t.dossier_id
      where t.network_id = x.network_id and t.sitting_id = x.sitting_id and d.session_id = x.session_id)`)
  await tx.execute(sql`insert into sitting_session (network_id, sitting_id, session_id)
    select ${network}, ${id}, s.id from unnest(${sql.param(input.sessions)}::uuid[]) s(id) on conflict do nothing`)
  await writeMembers(tx, ctx, id, round, input)
  for (const session of input.sessions) await proposeConflicts(tx, ctx, session)
}

async function writeMembers(
  tx: Transaction,
  ctx: StaffContext,
  id: string,
  round: number,
  input: SittingInput,
) {
  const network = ctx.network.id
  const asked = [...new Set([...input.instructors, ...(input.chair ? [input.chair] : [])])]
  const { rows: people } = await tx.execute<{
    id: string
    name: string
    organisation: string
    accountId: string | null
    isNew: boolean
  }>(sql`
    select i.id, i.name, coalesce(o.name, i.organisation_name) as organisation, coalesce(i.account_id, a.id) as "accountId",
      m.id is null as "isNew"
    from instructor i left join organisation o on o.network_id = i.network_id and o.id = i.organisation_id
      left join account a on a.email = i.email
      left join sitting_member m on m.network_id = i.network_id and m.sitting_id = ${id} and m.round = ${round}
        and m.instructor_id = i.id
    where i.network_id = ${network} and i.id = any (${sql.param(asked)}::uuid[])
      and (i.ended_at is null or m.id is not null)`)
  if (people.length !== asked.length) throw notOfNetwork('instructors')
  const guests = guestsOf(input.guests)
  await tx.execute(sql`delete from sitting_member where network_id = ${network} and sitting_id = ${id} and round = ${round}
    and case when instructor_id is null then not name = any (${sql.param(guests.map(({ name }) => name))}::text[])
      else not instructor_id = any (${sql.param(asked)}::uuid[]) end`)
  const { rows: there } = await tx.execute<{ name: string }>(sql`select name from sitting_member
    where network_id = ${network} and sitting_id = ${id} and round = ${round} and instructor_id is null`)
  const rows = [
    ...people
      .filter(({ isNew }) => isNew)
      .map((one) => ({ instructorId: one.id, name: one.name, organisationName: one.organisation })),
    ...guests
      .filter(({ name }) => !there.some((one) => one.name === name))
      .map(({ name, organisation }) => ({ instructorId: null, name, organisationName: organisation })),
  ].map((one) => ({ ...one, networkId: network, id: v7(), sittingId: id, round }))
  if (rows.length > 0) await tx.insert(sittingMember).values(rows)
  await tx.execute(sql`update sitting_member set chair = instructor_id is not distinct from ${input.chair}::uuid
      and instructor_id is not null
    where network_id = ${network} and sitting_id = ${id} and round = ${round}`)
  for (const { accountId, isNew } of people)
    if (accountId && isNew)
      await notify(tx, ctx, {
        ...{ accountId, kind: 'dispositifs.sitting', params: { name: input.name } },
        path: `/${ctx.network.slug}/espace/instruction/jurys/${id}`,
      })
}
