import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dispositifLetter } from '#db/schema/dispositifs/follow-up.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDispositif } from '../dispositif/locked-dispositif.server.ts'
import { unknownGap } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import type { LetterInput } from './letter.schema.ts'
import { type LetterKey, unknownGaps } from './letter.ts'

/** The network's own words for a letter; a gap that no dossier fills is refused, by its name. */
export async function saveLetter(ctx: Context, dispositifId: string, key: LetterKey, input: LetterInput) {
  demand(ctx, dispositifs['decision:record'])
  for (const field of ['subject', 'body'] as const) {
    const unknown = unknownGaps(input[field])
    if (unknown.length > 0) throw unknownGap(field, unknown)
  }
  await inNetwork(ctx, async (tx) => {
    await lockDispositif(tx, ctx, dispositifId)
    const { networkId, dispositifId: of, key: named } = dispositifLetter
    const set = { ...input, accountId: ctx.account.id, updatedAt: ctx.clock.now() }
    await tx
      .insert(dispositifLetter)
      .values({ networkId: ctx.network.id, dispositifId, key, ...set })
      .onConflictDoUpdate({ target: [networkId, of, named], set })
    await record(tx, ctx, {
      action: 'dispositif.letter_written',
      objectType: 'dispositif',
      objectId: dispositifId,
      changes: { letter: key },
    })
  })
}

/** Back to the words that come ready. */
export async function resetLetter(ctx: Context, dispositifId: string, key: LetterKey) {
  demand(ctx, dispositifs['decision:record'])
  await inNetwork(ctx, async (tx) => {
    await lockDispositif(tx, ctx, dispositifId)
    const { networkId, dispositifId: of, key: named } = dispositifLetter
    const gone = await tx
      .delete(dispositifLetter)
      .where(and(eq(networkId, ctx.network.id), eq(of, dispositifId), eq(named, key)))
      .returning({ named })
    if (gone.length === 0) return
    await record(tx, ctx, {
      action: 'dispositif.letter_reset',
      objectType: 'dispositif',
      objectId: dispositifId,
      changes: { letter: key },
    })
  })
}
