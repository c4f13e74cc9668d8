import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { getOwnDossier, judgedNow } from '../fill/get-own-dossier.server.ts'
import { dispositifs } from '../permissions.ts'

/** The dossier, judged as its deposit will be: a document that is not there is missing. */
export async function readyToSubmit(ctx: Context, id: string) {
  demand(ctx, dispositifs['dossier:hold'])
  const found = await getOwnDossier(ctx, id)
  const judged = await inNetwork(ctx, (tx) => judgedNow(tx, ctx, found.row, found.form, true))
  return { ...found, ...judged }
}
