import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { gapValues, toldOf } from './gap-values.server.ts'
import { emptyGaps, fillGaps, type LetterKey } from './letter.ts'
import { lettersOf } from './letters-of.server.ts'
import { recipientsOf } from './recipients.server.ts'

export type LetterPreview = {
  id: string
  number: number
  title: string
  subject: string
  body: string
  empty: string[]
  to: { name: string; email: string; as: string }[]
  /** When it was last sent for this dossier. */
  sentAt: Date | null
}

/** What would be sent for these dossiers, in the words given or in those kept; nothing is. */
export async function previewLetter(
  ctx: Context,
  ids: string[],
  key: LetterKey,
  typed?: { subject: string; body: string },
): Promise<LetterPreview[]> {
  demand(ctx, dispositifs['dossier:read'])
  return inNetwork(ctx, async (tx) => {
    const all = await toldOf(tx, ctx, ids)
    if (all.length !== new Set(ids).size) throw notFound()
    const { rows: sent } = await tx.execute<{ id: string; at: Date }>(sql`
      select dossier_id as id, max(at) as at from dossier_letter
      where network_id = ${ctx.network.id} and key = ${key} and dossier_id = any (${sql.param(ids)}::uuid[])
      group by dossier_id`)
    const last = new Map(sent.map(({ id, at }) => [id, at]))
    const words = new Map<string, { subject: string; body: string }>()
    const previews: LetterPreview[] = []
    for (const told of all) {
      const { dispositifId } = told
      if (!words.has(dispositifId)) {
        const kept = (await lettersOf(tx, ctx, dispositifId)).find((one) => one.key === key)!
        words.set(dispositifId, typed ?? kept)
      }
      const { subject, body } = words.get(dispositifId)!
      const to = await recipientsOf(tx, ctx, told, key)
      const values = gapValues(told, ctx, to[0]?.name ?? told.holders.join(' et '))
      previews.push({
        ...{ id: told.id, number: told.number, title: told.title },
        ...{ subject: fillGaps(subject, values), body: fillGaps(body, values) },
        empty: emptyGaps(`${subject} ${body}`, values),
        to: to.map(({ name, email, as }) => ({ name, email, as })),
        sentAt: last.get(told.id) ?? null,
      })
    }
    return previews
  })
}
