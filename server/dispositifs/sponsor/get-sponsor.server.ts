import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { DossierState } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'
import { invitedToSponsor, peopleOfSponsor } from './sponsors-people.server.ts'

export type AccreditationLine = {
  id: string
  scheme: string | null
  startsOn: string
  endsOn: string | null
  endedOn: string | null
  endReason: string
  reference: string
  note: string
  trainedOn: string | null
  state: 'in_force' | 'coming' | 'over' | 'ended'
}
export type SponsoredLine = {
  id: string
  number: number
  title: string
  state: DossierState
  code: string
  session: string
  holder: string | null
}

/** One organisation of the pool: its accreditations, its people, and the dossiers it answers for. */
export async function getSponsor(ctx: Context, id: string) {
  demand(ctx, dispositifs['dispositif:read'])
  const day = today(ctx.clock, ctx.network.timeZone)
  return inNetwork(ctx, async (tx) => {
    const { rows: known } = await tx.execute<{ id: string; name: string }>(
      sql`select id, name from organisation where network_id = ${ctx.network.id} and id = ${id}`,
    )
    if (!known[0]) throw notFound()
    const { rows: accreditations } = await tx.execute<AccreditationLine>(sql`
      select a.id, p.code as scheme, a.starts_on::text as "startsOn", a.ends_on::text as "endsOn",
        a.ended_on::text as "endedOn", a.end_reason as "endReason", a.reference, a.note,
        a.trained_on::text as "trainedOn",
        case when a.ended_on <= ${day}::date then 'ended' when a.starts_on > ${day}::date then 'coming'
          when a.ends_on < ${day}::date then 'over' else 'in_force' end as state
      from sponsor_accreditation a
        left join dispositif p on p.network_id = a.network_id and p.id = a.dispositif_id
      where a.network_id = ${ctx.network.id} and a.organisation_id = ${id}
      order by a.starts_on desc, a.id`)
    const { rows: dossiers } = await tx.execute<SponsoredLine>(sql`
      select d.id, d.number, d.title, d.state, p.code, s.name as session,
        (select o.name from dossier_holder h
          join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
          where h.network_id = d.network_id and h.dossier_id = d.id and h.lead) as holder
      from dossier d
        join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
        join dispositif p on p.network_id = s.network_id and p.id = s.dispositif_id
      where d.network_id = ${ctx.network.id} and d.sponsor_id = ${id} and d.state <> 'merged'
      order by s.closes_at desc, d.number`)
    return {
      ...{ sponsor: known[0], accreditations, dossiers },
      ...{ people: await peopleOfSponsor(tx, ctx, id), invited: await invitedToSponsor(tx, ctx, id) },
    }
  })
}
