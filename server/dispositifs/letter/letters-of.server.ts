import { and, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dispositifLetter } from '#db/schema/dispositifs/follow-up.ts'
import { dispositif } from '#db/schema/dispositifs.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { thisDispositif } from '../dispositif/locked-dispositif.server.ts'
import { dispositifs } from '../permissions.ts'
import { DEFAULT_LETTERS } from './default-letters.ts'
import { LETTERS, type LetterKey } from './letter.ts'

export type LetterWords = { key: LetterKey; subject: string; body: string; own: boolean }

/** Every letter of a dispositif: the network's words, or those that come ready. */
export async function lettersOf(
  tx: Transaction,
  ctx: NetworkContext,
  dispositifId: string,
): Promise<LetterWords[]> {
  const rows = await tx
    .select()
    .from(dispositifLetter)
    .where(
      and(eq(dispositifLetter.networkId, ctx.network.id), eq(dispositifLetter.dispositifId, dispositifId)),
    )
  return LETTERS.map((key) => {
    const own = rows.find((row) => row.key === key)
    const { subject, body } = own ?? DEFAULT_LETTERS[key]
    return { key, subject, body, own: own !== undefined }
  })
}

export async function getLetters(ctx: Context, dispositifId: string) {
  demand(ctx, dispositifs['dispositif:read'])
  return inNetwork(ctx, async (tx) => {
    const { id, code, name } = dispositif
    const [row] = await tx
      .select({ id, code, name })
      .from(dispositif)
      .where(thisDispositif(ctx, dispositifId))
    if (!row) throw notFound()
    return { dispositif: row, letters: await lettersOf(tx, ctx, dispositifId) }
  })
}
