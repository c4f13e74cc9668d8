import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { projects } from '../permissions.ts'

export type Crossing = { country: string; sector: string; projects: number; authorities: number }

/** What local authorities do and where: each country and sector their projects name, with how many there are of each. */
export async function authorityThemes(ctx: Context) {
  demand(ctx, projects['project:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Crossing & { cut: number }>(sql`
      with held as (
        select p.id, p.countries, p.sectors, o.id as authority from project p
        join project_holder h on h.network_id = p.network_id and h.project_id = p.id
        join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
        where p.network_id = ${ctx.network.id} and o.kind = 'local_authority' and p.status <> 'abandoned'
      )
      select c as country, s as sector, count(distinct id)::int as projects,
        count(distinct authority)::int as authorities, grouping(c, s)::int as cut
      from held left join lateral unnest(countries) c on true left join lateral unnest(sectors) s on true
      group by grouping sets ((c, s), (c), (s), ())`)
    const plain = ({ cut, ...crossing }: Crossing & { cut: number }) => crossing
    const whole = rows.find(({ cut }) => cut === 3)
    return {
      projects: whole?.projects ?? 0,
      authorities: whole?.authorities ?? 0,
      cells: rows.filter(({ cut, country, sector }) => cut === 0 && country && sector).map(plain),
      countries: rows.filter(({ cut, country }) => cut === 1 && country).map(plain),
      sectors: rows.filter(({ cut, sector }) => cut === 2 && sector).map(plain),
    }
  })
}
