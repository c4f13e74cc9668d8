import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { OrganisationRow } from '../organisation/locked-organisation.server.ts'
import { currentPosition } from '../person/current-position.server.ts'
import type { KnownPosition } from './known-people.ts'

/** Records by id, held until the end when they are about to be written. */
export async function loadRecords(
  tx: Transaction,
  ctx: NetworkContext,
  ids: string[],
  { lock = false } = {},
) {
  if (ids.length === 0) return new Map<string, OrganisationRow>()
  const query = tx
    .select()
    .from(organisation)
    .where(and(eq(organisation.networkId, ctx.network.id), inArray(organisation.id, ids)))
    .orderBy(organisation.id)
  const rows = await (lock ? query.for('update') : query)
  return new Map(rows.map((row) => [row.id, row]))
}

/** A record as a line is compared with it: instants as days, its place on the map as the form has it. */
export const comparable = (row: OrganisationRow): Record<string, unknown> => ({
  ...row,
  // JSON comes back with its keys in another order.
  formerNames: row.formerNames.map(({ name, from, until }) => ({ name, from, until })),
  point: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
  verifiedAt: row.verifiedAt?.toISOString().slice(0, 10) ?? null,
})

/** Those who stand at each of these organisations today or did. */
export async function loadPositions(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  if (ids.length === 0) return new Map<string, KnownPosition[]>()
  const { rows } = await tx.execute<KnownPosition>(sql`
    select s.id as "positionId", p.id as "personId", s.organisation_id as "organisationId",
      p.given_name as "givenName", p.family_name as "familyName", p.email, p.phone, s.function, s.standing, p.version
    from person_position s join person p on p.network_id = s.network_id and p.id = s.person_id
    where s.network_id = ${ctx.network.id} and s.organisation_id = any (${sql.param(ids)}::uuid[])
      and ${currentPosition(ctx, 's')}
    order by s.created_at, s.id`)
  return Map.groupBy(rows, (row) => row.organisationId)
}
