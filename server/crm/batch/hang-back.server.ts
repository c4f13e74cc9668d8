import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { tellTags } from '../tag/wear-tag.server.ts'
import type { Before } from './batch.ts'

type Told = { organisation: string; name: string }
type Line = { organisationId: string; before: Before | null }

/**
 * Tags and tasks a batch gave go, tags it took come back, where they still exist; gives the records that
 * keep a task, because somebody did it or rewrote it.
 */
export async function hangBack(tx: Transaction, ctx: StaffContext, lines: Line[]): Promise<Set<string>> {
  const pairs = (what: 'tagged' | 'untagged') =>
    lines.flatMap(({ organisationId, before }) =>
      (before?.[what] ?? []).map((tag) => ({ organisation: organisationId, tag })),
    )
  const given = (what: { organisation: string; tag: string }[]) =>
    sql`jsonb_to_recordset(${JSON.stringify(what)}::jsonb) as r(organisation uuid, tag uuid)`
  const [tagged, untagged] = [pairs('tagged'), pairs('untagged')]
  const tasks = lines.flatMap(({ before }) =>
    // A batch of before says nothing of what its tasks said.
    (before?.tasks ?? []).map((id) => ({ id, known: before?.task !== undefined, ...before?.task })),
  )
  if (tagged.length > 0) {
    const { rows } = await tx.execute<Told>(sql`delete from organisation_tag t using ${given(tagged)}, tag n
      where t.network_id = ${ctx.network.id} and t.organisation_id = r.organisation and t.tag_id = r.tag
        and n.network_id = t.network_id and n.id = t.tag_id
      returning t.organisation_id as organisation, n.name`)
    await tellTags(tx, ctx, 'tag.taken_off', rows)
  }
  if (untagged.length > 0) {
    const { rows } = await tx.execute<Told>(sql`with back as (
        insert into organisation_tag (network_id, organisation_id, tag_id)
        select t.network_id, r.organisation, t.id from ${given(untagged)}
          join tag t on t.network_id = ${ctx.network.id} and t.id = r.tag
        on conflict do nothing returning organisation_id, tag_id)
      select b.organisation_id as organisation, t.name from back b
        join tag t on t.network_id = ${ctx.network.id} and t.id = b.tag_id`)
    await tellTags(tx, ctx, 'tag.put_on', rows)
  }
  if (tasks.length === 0) return new Set()
  const gave = sql`jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb)
    as r(id uuid, known boolean, title text, "dueOn" date, "assigneeId" uuid)`
  await tx.execute(sql`delete from organisation_task t using ${gave}
    where t.network_id = ${ctx.network.id} and t.id = r.id and t.done_at is null
      and (not r.known or (t.title, t.due_on, t.assignee_id) is not distinct from (r.title, r."dueOn", r."assigneeId"))`)
  const { rows } = await tx.execute<{ id: string }>(sql`
    select t.organisation_id as id from organisation_task t
    where t.network_id = ${ctx.network.id} and t.id in (select id from ${gave}) and t.deleted_at is null`)
  return new Set(rows.map(({ id }) => id))
}
