import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { DossierState } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'
import type { LetterKey } from './letter.ts'

/** Where a dossier stands when a letter is for it. */
const STATES: Record<LetterKey, readonly DossierState[]> = {
  submitted: ['submitted', 'complete', 'eligible'],
  to_validate: ['awaiting_sponsor'],
  correction: ['to_correct'],
  opinion: ['opined'],
  financed: ['financed', 'advance_paid'],
  refused: ['refused'],
  adjourned: ['adjourned'],
  advance: ['advance_paid'],
  report_due: ['financed', 'advance_paid', 'done'],
  settled: ['settled'],
}

/** Those of a session that a letter is for, in the order of their numbers. */
export async function dossiersConcerned(ctx: Context, sessionId: string, key: LetterKey): Promise<string[]> {
  demand(ctx, dispositifs['dossier:read'])
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<{ id: string }>(sql`
      select id from dossier where network_id = ${ctx.network.id} and session_id = ${sessionId}
        and state = any (${sql.param([...STATES[key]])}::text[])
      order by number limit 500`),
  )
  return rows.map(({ id }) => id)
}
