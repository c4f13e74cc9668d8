import { removeListing } from '#server/directory/public.ts'
import type { Context } from '#server/kernel/context.ts'
import { keeping } from './keeper.server.ts'
import { writePage } from './write-page.server.ts'

export const PAGE_CHOICES = [
  'published',
  'aggregated',
  'shownToNetworks',
  'contactable',
  'emailShown',
] as const
export type PageChoices = Record<(typeof PAGE_CHOICES)[number], boolean>

/**
 * Five choices, each on its own and taken back at will. Shown no more, the page is gone at once; shown
 * again, it is where it was, and one that was never shown is first read by the team.
 */
export async function choosePage(ctx: Context, id: string, choices: PageChoices) {
  await keeping(ctx, id, async (tx, keeper, row) => {
    const { published, ...rest } = choices
    const mayShow = published && row.slug !== null
    const publishedAt = mayShow ? (row.publishedAt ?? ctx.clock.now()) : null
    const hides = row.publishedAt !== null && publishedAt === null
    await writePage(tx, keeper, row, { ...rest, publishedAt }, 'page.choices_made')
    if (hides) await removeListing(tx, keeper, id)
  })
}
