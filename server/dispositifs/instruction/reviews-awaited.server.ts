import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'

/** Of those who were given a dossier to read, how many have handed in what they think of it. */
export async function reviewsAwaited(ctx: Context, dossierId: string): Promise<{ done: number; of: number }> {
  demand(ctx, dispositifs['dossier:move'])
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<{ done: number; of: number }>(sql`
      select count(*)::int as of, count(r.submitted_at)::int as done from assignment a
        left join review r on r.network_id = a.network_id and r.dossier_id = a.dossier_id
          and r.instructor_id = a.instructor_id
      where a.network_id = ${ctx.network.id} and a.dossier_id = ${dossierId}`),
  )
  return rows[0]!
}
