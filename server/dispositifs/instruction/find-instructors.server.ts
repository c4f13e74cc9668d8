import { type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'

export type PoolLine = {
  id: string
  name: string
  email: string
  organisationId: string | null
  organisation: string
  sectors: string[]
  countries: string[]
  publics: string[]
  most: number | null
  trainedOn: string | null
  hasAccess: boolean
  ended: boolean
  version: number
  sessions: number
  /** Given and not yet handed in. */
  toRead: number
}

/** The pool of a network; those who left when they are asked for. */
export async function findInstructors(ctx: Context, { gone = false } = {}): Promise<PoolLine[]> {
  demand(ctx, dispositifs['jury:read'])
  return inNetwork(ctx, (tx) =>
    poolLines(tx, ctx, gone ? sql`i.ended_at is not null` : sql`i.ended_at is null`),
  )
}

export async function getInstructor(ctx: Context, id: string): Promise<PoolLine> {
  demand(ctx, dispositifs['jury:read'])
  const [found] = await inNetwork(ctx, (tx) => poolLines(tx, ctx, sql`i.id = ${id}`))
  if (!found) throw notFound()
  return found
}

async function poolLines(tx: Transaction, ctx: StaffContext, where: SQL) {
  const { rows } = await tx.execute<PoolLine>(sql`
    select i.id, i.name, i.email, i.organisation_id as "organisationId",
      coalesce(o.name, i.organisation_name) as organisation, i.sectors, i.countries, i.publics, i.most,
      i.trained_on::text as "trainedOn", i.ended_at is not null as ended, i.version,
      exists (select from account a join account_grant g on g.network_id = i.network_id and g.account_id = a.id
        and g.role = 'juror' and g.revoked_at is null where a.id = i.account_id or a.email = i.email) as "hasAccess",
      (select count(*)::int from session_instructor s
        where s.network_id = i.network_id and s.instructor_id = i.id) as sessions,
      (select count(*)::int from assignment n left join review r on r.network_id = n.network_id
          and r.dossier_id = n.dossier_id and r.instructor_id = n.instructor_id
        where n.network_id = i.network_id and n.instructor_id = i.id and r.submitted_at is null) as "toRead"
    from instructor i
      left join organisation o on o.network_id = i.network_id and o.id = i.organisation_id
    where i.network_id = ${ctx.network.id} and ${where}
    order by i.name collate "fr-x-icu", i.id`)
  return rows
}
