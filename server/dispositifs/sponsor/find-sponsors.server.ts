import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { boundSql } from '#server/identity/public.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'

export type SponsorLine = {
  id: string
  name: string
  city: string | null
  inForce: boolean
  /** Of the accreditations in force, the last day of the one that lasts longest; null, it has no end. */
  until: string | null
  soon: boolean
  schemes: string[]
  trainedOn: string | null
  dossiers: number
  awaiting: number
  people: number
}

/** Ending within so many days is told. */
const SOON_DAYS = 90

/** The pool: whoever was accredited once, is named by a dossier, or has somebody with the role. */
export async function findSponsors(ctx: Context): Promise<SponsorLine[]> {
  demand(ctx, dispositifs['dispositif:read'])
  const day = today(ctx.clock, ctx.network.timeZone)
  const standing = sql`a.starts_on <= ${day}::date and (a.ends_on is null or a.ends_on >= ${day}::date)
    and (a.ended_on is null or a.ended_on > ${day}::date)`
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<SponsorLine>(sql`
      with pool as (
        select organisation_id as id from sponsor_accreditation where network_id = ${ctx.network.id}
        union select sponsor_id from dossier where network_id = ${ctx.network.id} and sponsor_id is not null
        union select b.organisation_id from (${boundSql(ctx)}) b where b.role = 'sponsor')
      select o.id, o.name, o.city, coalesce(k.in_force, false) as "inForce", k.until::text as until,
        coalesce(k.in_force and k.until <= ${day}::date + ${SOON_DAYS}::int, false) as soon,
        coalesce(k.schemes, '{}') as schemes, k.trained_on::text as "trainedOn",
        (select count(*)::int from dossier d where d.network_id = o.network_id and d.sponsor_id = o.id
          and d.state <> 'merged') as dossiers,
        (select count(*)::int from dossier d where d.network_id = o.network_id and d.sponsor_id = o.id
          and d.state = 'awaiting_sponsor') as awaiting,
        (select count(distinct b.account_id)::int from (${boundSql(ctx)}) b
          where b.organisation_id = o.id and b.role = 'sponsor') as people
      from pool join organisation o on o.network_id = ${ctx.network.id} and o.id = pool.id
        left join lateral (
          select bool_or(${standing}) as in_force, max(a.trained_on) as trained_on,
            case when bool_or(${standing} and least(a.ends_on, a.ended_on - 1) is null) then null
              else max(least(a.ends_on, a.ended_on - 1)) filter (where ${standing}) end as until,
            array_agg(distinct coalesce(p.code, '')) filter (where ${standing}) as schemes
          from sponsor_accreditation a
            left join dispositif p on p.network_id = a.network_id and p.id = a.dispositif_id
          where a.network_id = o.network_id and a.organisation_id = o.id) k on true
      order by 4 desc, o.name collate "fr-x-icu", o.id`),
  )
  return rows
}
