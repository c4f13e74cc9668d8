import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { correctionsOf, openCorrection } from '../correction/open-correction.server.ts'
import { getDossier } from '../dossier/get-dossier.server.ts'
import { dispositifs } from '../permissions.ts'
import { editorsOf } from './editors.server.ts'

/** A dossier's holder as the team sees it: who writes, what was asked of them. */
export async function getHolderSide(ctx: Context, id: string) {
  demand(ctx, dispositifs['dossier:read'])
  const found = await getDossier(ctx, id)
  return inNetwork(ctx, async (tx) => ({
    ...found,
    editors: await editorsOf(tx, ctx, id),
    correction: found.row.state === 'to_correct' ? await openCorrection(tx, ctx, id) : null,
    corrections: await correctionsOf(tx, ctx, id),
  }))
}
