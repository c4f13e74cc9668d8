import { eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { networkPage, networkPageDraft } from '#db/schema/portal.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { portal } from '../permissions.ts'
import { defaultText } from './default-texts.ts'
import { type TextKey, textsOf } from './text.ts'

export type TextState = { key: TextKey; publishedAt: Date | null; isDraft: boolean; missing: string[] }

/** Every text of a network's site, as its French page stands: written or not yet, and what only the network can add. */
export async function listTexts(ctx: Context): Promise<TextState[]> {
  demand(ctx, portal['site:edit'])
  const { id, kind } = ctx.network
  const [pages, drafts] = await inNetwork(ctx, async (tx) => [
    await tx.select().from(networkPage).where(eq(networkPage.networkId, id)),
    await tx.select().from(networkPageDraft).where(eq(networkPageDraft.networkId, id)),
  ])
  return textsOf(kind).map((key) => {
    const page = pages.find((one) => one.key === key && one.locale === 'fr')
    const draft = drafts.find((one) => one.key === key && one.body !== page?.body)
    return {
      key,
      publishedAt: page?.updatedAt ?? null,
      isDraft: draft !== undefined,
      missing: page ? [] : defaultText(ctx.network, key, 'fr', ctx.clock.now()).missing,
    }
  })
}
