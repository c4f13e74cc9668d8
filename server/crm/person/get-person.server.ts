import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { person } from '#db/schema/crm.ts'
import { readHistory } from '#server/kernel/audit/read-lines.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { currentPosition } from './current-position.server.ts'
import { thisPerson } from './locked-person.server.ts'
import type { Standing } from './person.ts'

export type PositionOfPerson = {
  id: string
  organisationId: string
  organisation: string
  function: string
  standing: Standing
  service: string | null
  startedOn: string | null
  endedOn: string | null
  current: boolean
}

const MOST_HISTORY = 20

/** Somebody as the team sees them: what they do where, today first. */
export async function getPerson(ctx: Context, id: string) {
  demand(ctx, crm['person:read'])
  return inNetwork(ctx, async (tx) => {
    const [row] = await tx.select().from(person).where(thisPerson(ctx, id))
    if (!row) throw notFound()
    const { rows: positions } = await tx.execute<PositionOfPerson>(sql`
      select q.id, q.organisation_id as "organisationId", o.name as organisation, q.function, q.standing,
        q.service, q.started_on::text as "startedOn", q.ended_on::text as "endedOn",
        ${currentPosition(ctx)} as current
      from person_position q join organisation o on o.network_id = q.network_id and o.id = q.organisation_id
      where q.network_id = ${ctx.network.id} and q.person_id = ${id}
      order by current desc, q.ended_on desc nulls first, q.started_on desc nulls last, q.id`)
    const history = await readHistory(tx, ctx, 'person', id, MOST_HISTORY)
    const { networkId, search, folded, emailKey, ...known } = row
    return { ...known, positions, history }
  })
}
export type PersonRecord = Awaited<ReturnType<typeof getPerson>>
