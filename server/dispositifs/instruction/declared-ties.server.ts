import { sql } from 'drizzle-orm'
import type { InterestSource, Tie } from './interest-source.ts'

/** What they declared themselves, for whatever session: a tie does not end with it. */
export const declaredTies: InterestSource = async (tx, ctx, people) => {
  const { rows } = await tx.execute<Tie>(sql`
    select distinct on (instructor_id, organisation_id) instructor_id as "instructorId",
      organisation_id as "organisationId", 'declared' as kind, jsonb_build_object('nature', nature) as said
    from interest where network_id = ${ctx.network.id}
      and instructor_id = any (${sql.param(people.map(({ id }) => id))}::uuid[])
    order by instructor_id, organisation_id`)
  return rows
}
