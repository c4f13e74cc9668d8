import type { Context } from '#server/kernel/context.ts'
import { pageChanged } from '../errors.ts'
import type { OrganisationRow } from '../organisation/locked-organisation.server.ts'
import { keeping } from './keeper.server.ts'
import { writePage } from './write-page.server.ts'

export const PAGE_CHOICES = [
  'published',
  'aggregated',
  'shownToNetworks',
  'contactable',
  'emailShown',
] as const
/** Whether its keeper may show it: it is shown, or they hid it themselves. */
export const mayShow = ({ publishedAt, slug, hiddenByKeeper }: OrganisationRow) =>
  slug !== null && (publishedAt !== null || hiddenByKeeper)

export type PageChoices = Record<(typeof PAGE_CHOICES)[number], boolean>

/**
 * Five choices, each on its own and taken back at will. Shown no more, the page is gone at once; shown
 * again, it is where it was. One that was never shown is first read by the team, and what the team
 * withdrew is the team's to show.
 */
export async function choosePage(ctx: Context, id: string, choices: PageChoices) {
  await keeping(ctx, id, async (tx, keeper, row) => {
    const { published, ...rest } = choices
    if (published && !mayShow(row)) throw pageChanged([])
    const publishedAt = published ? (row.publishedAt ?? ctx.clock.now()) : null
    const hides = row.publishedAt !== null && publishedAt === null
    const hiddenByKeeper = hides || (row.hiddenByKeeper && !published)
    await writePage(tx, keeper, row, { ...rest, publishedAt, hiddenByKeeper }, 'page.choices_made')
  })
}
