import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { networkPage, networkPageDraft } from '#db/schema/portal.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { objectIdOf } from '../object-id.ts'
import { portal } from '../permissions.ts'
import { demandText, readText, thisDraft, thisPage } from './get-written-text.server.ts'
import type { TextName } from './text.schema.ts'

/** The text published before comes back; the one it replaces can come back in turn. */
export async function undoText(ctx: Context, name: TextName) {
  demand(ctx, portal['site:edit'])
  demandText(ctx, name)
  await inNetwork(ctx, async (tx) => {
    const { page } = await readText(tx, ctx, name)
    if (!page) throw notFound()
    const here = thisPage(ctx.network.id, name)
    if (page.previous === null) await tx.delete(networkPage).where(here)
    else {
      const values = { body: page.previous, previous: page.body, updatedAt: ctx.clock.now() }
      await tx.update(networkPage).set(values).where(here)
    }
    // What was being kept of the text one comes back from goes with it; anything else being written stays.
    const draft = thisDraft(ctx.network.id, name)
    await tx.delete(networkPageDraft).where(and(draft, eq(networkPageDraft.body, page.body)))
    await record(tx, ctx, {
      action: 'site.text_undone',
      objectType: 'site_text',
      objectId: objectIdOf(ctx.network.id, name.key, name.locale),
      changes: { [`${name.key}.${name.locale}`]: { from: page.body, to: page.previous } },
    })
  })
}
