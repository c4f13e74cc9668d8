import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand, may } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { getOrganisation } from './get-organisation.server.ts'
import type { RecordParts, TimelineEntry, TimelineSource, Told } from './record-part.ts'

const MOST_MOMENTS = 50

/** A record with what every capability knows of it and its story, in one transaction and few questions. */
export async function getRecordPage<Parts extends RecordParts>(
  ctx: Context,
  id: string,
  parts: Parts,
  sources: TimelineSource[],
) {
  demand(ctx, crm['organisation:read'])
  return inNetwork(ctx, async (tx) => {
    const record = await getOrganisation(ctx, id)
    const seen = Object.entries(parts).filter(([, { rule }]) => may(ctx, rule))
    const pairs = seen.map(([name, { json }]) => sql`${name}::text, (${json(ctx, id)})`)
    const { rows } = await tx.execute<{ parts: Told<Parts> }>(
      sql`select jsonb_build_object(${sql.join(pairs, sql`, `)}) as parts`,
    )
    const unseen = Object.fromEntries(Object.keys(parts).map((name) => [name, null]))
    return {
      ...record,
      parts: { ...unseen, ...rows[0]!.parts } as Told<Parts>,
      timeline: await storyOf(tx, ctx, id, sources),
    }
  })
}

async function storyOf(tx: Transaction, ctx: StaffContext, id: string, sources: TimelineSource[]) {
  const told = sources.filter(({ rule }) => may(ctx, rule)).map(({ entries }) => sql`(${entries(ctx, id)})`)
  if (told.length === 0) return []
  const { rows } = await tx.execute<TimelineEntry>(sql`
    select kind, id, at, path, detail from (${sql.join(told, sql` union all `)}) e(kind, id, at, path, detail)
    order by at desc, id desc limit ${MOST_MOMENTS}`)
  return rows
}
