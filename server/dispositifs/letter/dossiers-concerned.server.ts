import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { CONCERNED, type LetterKey } from './letter.ts'

/** Those of a session that a letter is for, in the order of their numbers. */
export async function dossiersConcerned(ctx: Context, sessionId: string, key: LetterKey): Promise<string[]> {
  demand(ctx, dispositifs['dossier:read'])
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<{ id: string }>(sql`
      select id from dossier where network_id = ${ctx.network.id} and session_id = ${sessionId}
        and state = any (${sql.param([...CONCERNED[key]])}::text[])
      order by number limit 500`),
  )
  return rows.map(({ id }) => id)
}
