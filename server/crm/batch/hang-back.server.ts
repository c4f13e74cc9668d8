import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { Before } from './batch.ts'

type Line = { organisationId: string; before: Before | null }

/** Tags and tasks a batch gave go, tags it took come back, where they still exist. */
export async function hangBack(tx: Transaction, ctx: StaffContext, lines: Line[]) {
  const pairs = (what: 'tagged' | 'untagged') =>
    lines.flatMap(({ organisationId, before }) =>
      (before?.[what] ?? []).map((tag) => ({ organisation: organisationId, tag })),
    )
  const given = (what: { organisation: string; tag: string }[]) =>
    sql`jsonb_to_recordset(${JSON.stringify(what)}::jsonb) as r(organisation uuid, tag uuid)`
  const [tagged, untagged] = [pairs('tagged'), pairs('untagged')]
  const tasks = lines.flatMap(({ before }) => before?.tasks ?? [])
  if (tagged.length > 0)
    await tx.execute(sql`delete from organisation_tag t using ${given(tagged)}
      where t.network_id = ${ctx.network.id} and t.organisation_id = r.organisation and t.tag_id = r.tag`)
  if (untagged.length > 0)
    await tx.execute(sql`insert into organisation_tag (network_id, organisation_id, tag_id)
      select t.network_id, r.organisation, t.id from ${given(untagged)}
        join tag t on t.network_id = ${ctx.network.id} and t.id = r.tag
      on conflict do nothing`)
  if (tasks.length > 0)
    await tx.execute(sql`delete from organisation_task
      where network_id = ${ctx.network.id} and id = any (${sql.param(tasks)}::uuid[]) and done_at is null`)
}
