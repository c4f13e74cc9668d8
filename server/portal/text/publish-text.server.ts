import { inNetwork } from '#db/client.ts'
import { networkPage, networkPageDraft } from '#db/schema/portal.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { objectIdOf } from '../object-id.ts'
import { portal } from '../permissions.ts'
import { demandText, readText, thisDraft } from './get-written-text.server.ts'
import type { TextInput } from './text.schema.ts'

/** Shows a text to the public; what it replaces is kept. */
export async function publishText(ctx: Context, input: TextInput) {
  demand(ctx, portal['site:edit'])
  demandText(ctx, input)
  return inNetwork(ctx, async (tx) => {
    const { key, locale, body } = input
    const { page } = await readText(tx, ctx, input)
    await tx.delete(networkPageDraft).where(thisDraft(ctx.network.id, input))
    if (page?.body === body) return
    const values = { body, previous: page?.body ?? null, updatedAt: ctx.clock.now() }
    await tx
      .insert(networkPage)
      .values({ networkId: ctx.network.id, key, locale, ...values })
      .onConflictDoUpdate({
        target: [networkPage.networkId, networkPage.key, networkPage.locale],
        set: values,
      })
    await record(tx, ctx, {
      action: 'site.text_published',
      objectType: 'site_text',
      objectId: objectIdOf(ctx.network.id, key, locale),
      changes: { [`${key}.${locale}`]: { from: page?.body ?? null, to: body } },
    })
  })
}
