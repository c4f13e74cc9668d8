import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'

export type JuriesOfYear = { sittings: number; instructors: number; organisations: number }

/** Sittings of the sessions of a year, one that serves several schemes counted once; who read or sat, each once. */
export async function juriesOf(tx: Transaction, ctx: StaffContext, year: number): Promise<JuriesOfYear> {
  const { rows } = await tx.execute<JuriesOfYear>(sql`
    with held as (
      select distinct x.sitting_id as id from sitting_session x
        join dispositif_session n on n.network_id = x.network_id and n.id = x.session_id
      where x.network_id = ${ctx.network.id} and n.year = ${year}),
    who as (
      select m.instructor_id as id from sitting_member m join held on held.id = m.sitting_id
      where m.network_id = ${ctx.network.id} and m.presence in ('present', 'represented') and m.instructor_id is not null
      union select r.instructor_id from review r join dossier d on d.network_id = r.network_id and d.id = r.dossier_id
        join dispositif_session n on n.network_id = d.network_id and n.id = d.session_id
      where r.network_id = ${ctx.network.id} and n.year = ${year} and r.submitted_at is not null)
    select (select count(*)::int from held) as sittings, count(i.id)::int as instructors,
      (count(distinct coalesce(i.organisation_id::text, nullif(i.organisation_name, ''))))::int as organisations
    from who join instructor i on i.network_id = ${ctx.network.id} and i.id = who.id`)
  return rows[0]!
}
