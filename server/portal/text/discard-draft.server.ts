import { inNetwork } from '#db/client.ts'
import { networkPageDraft } from '#db/schema/portal.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { portal } from '../permissions.ts'
import { demandText, thisDraft } from './get-written-text.server.ts'
import type { TextName } from './text.schema.ts'

/** What was being written is given up; what the public reads stays. */
export async function discardDraft(ctx: Context, name: TextName) {
  demand(ctx, portal['site:edit'])
  demandText(ctx, name)
  await inNetwork(ctx, (tx) => tx.delete(networkPageDraft).where(thisDraft(ctx.network.id, name)))
}
