import { type SQL, sql } from 'drizzle-orm'
import type { NetworkContext } from '#server/kernel/context.ts'

/**
 * Our listing `l` and another network's `r` that may be one: the same name, but for its empty words, and
 * the same postal code, and no identifier that says otherwise. The machine goes no further than this.
 */
export const ALIKE: SQL = sql`r.matched_name = l.matched_name and r.postal_code = l.postal_code
  and r.network_id <> l.network_id and l.shown_to_networks and r.shown_to_networks
  and (l.siren is null or r.siren is null or l.siren = r.siren)
  and (l.rna is null or r.rna is null or l.rna = r.rna)
  and not coalesce(
    l.national_key ^@ 'siren:' and r.national_key ^@ 'siren:' and l.national_key <> r.national_key, false)`

/** `pair`: every couple there is something to say or to read of; `told`: with what each network says of it. */
export function told(ctx: NetworkContext): SQL {
  const here = ctx.network.id
  return sql`pair as (
      select l.id as own, r.network_id as network, r.id as other
      from organisation_listing l join organisation_listing r on ${ALIKE}
      where l.network_id = ${here} and l.alike and l.national_key is distinct from coalesce(r.national_key, '')
      union select organisation_id, other_network_id, other_now_id from listing_tie where network_id = ${here}
      union select other_now_id, network_id, organisation_id from listing_tie
        where other_network_id = ${here} and network_id <> ${here}
    ), told as (
      select p.*, o.answer as ours, t.answer as theirs, o.said_at as "oursAt", o.said_by as "oursBy",
        t.said_at as "theirsAt", l.national_key = r.national_key as one,
        case
          when l.national_key = r.national_key then 'joined'
          when 'different' in (o.answer, t.answer) then 'apart'
          when o.answer = 'same' and t.answer = 'same' then 'joined'
          when o.answer = 'same' then 'waiting'
          when t.answer = 'same' then 'asked'
          else 'open' end as state
      from pair p
      join organisation_listing l on l.network_id = ${here} and l.id = p.own and l.shown_to_networks
      join organisation_listing r on r.network_id = p.network and r.id = p.other and r.shown_to_networks
      left join lateral (select * from listing_tie s where s.network_id = ${here} and s.organisation_id = p.own
        and s.other_network_id = p.network and s.other_now_id = p.other order by said_at desc limit 1) o on true
      left join lateral (select * from listing_tie s where s.network_id = p.network and s.organisation_id = p.other
        and s.other_network_id = ${here} and s.other_now_id = p.own order by said_at desc limit 1) t on true
    )`
}
