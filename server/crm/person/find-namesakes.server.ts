import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { currentPosition } from './current-position.server.ts'

export type Namesake = {
  id: string
  name: string
  email: string | null
  where: string | null
  sameEmail: boolean
}

const MOST_SHOWN = 5
/** Letters in common, from 0 to 1: « Durand » and « Durant » are nearer than « Durand » and « Dupont ». */
const NEAR = 0.5

/** Who may be the same person: same address, or nearly the same name. Shown to who types, never merged by machine. */
export async function findNamesakes(
  ctx: Context,
  { givenName, familyName, email }: { givenName: string; familyName: string; email: string },
): Promise<Namesake[]> {
  demand(ctx, crm['person:read'])
  const name = `${givenName} ${familyName}`.trim().slice(0, 201)
  const address = email.trim().toLowerCase().slice(0, 254)
  if (familyName.trim().length < 2 && !address) return []
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Namesake>(sql`
      with near as (
        select p.*, coalesce(p.email_key = ${address}, false) and ${address} <> '' as same,
          greatest(similarity(trim(p.given_name || ' ' || p.family_name), ${name}),
            similarity(trim(p.family_name || ' ' || p.given_name), ${name})) as likeness
        from person p where p.network_id = ${ctx.network.id})
      select n.id, trim(n.given_name || ' ' || n.family_name) as name, n.email, n.same as "sameEmail",
        (select string_agg(o.name, ', ' order by o.name) from person_position q
          join organisation o on o.network_id = q.network_id and o.id = q.organisation_id
          where q.network_id = n.network_id and q.person_id = n.id and ${currentPosition(ctx)}) as where
      from near n where n.same or n.likeness >= ${NEAR}
      order by n.same desc, n.likeness desc, n.id limit ${MOST_SHOWN}`)
    return rows
  })
}
