import { inNetwork } from '#db/client.ts'
import { networkPageDraft } from '#db/schema/portal.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { portal } from '../permissions.ts'
import { demandText } from './get-written-text.server.ts'
import type { TextInput } from './text.schema.ts'

/** Keeps what is being written; the public sees nothing of it, and history says nothing of each word. */
export async function saveDraft(ctx: Context, input: TextInput) {
  demand(ctx, portal['site:edit'])
  demandText(ctx, input)
  await inNetwork(ctx, async (tx) => {
    const { key, locale, body } = input
    const values = { body, updatedBy: ctx.account.id, updatedAt: ctx.clock.now() }
    await tx
      .insert(networkPageDraft)
      .values({ networkId: ctx.network.id, key, locale, ...values })
      .onConflictDoUpdate({
        target: [networkPageDraft.networkId, networkPageDraft.key, networkPageDraft.locale],
        set: values,
      })
  })
}
