import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockOrganisation } from '../organisation/locked-organisation.server.ts'
import { crm } from '../permissions.ts'
import { keeping } from './keeper.server.ts'
import { writePage } from './write-page.server.ts'

/** « Toujours exact »: whoever represents it says that all of the page is right. */
export async function verifyOwnPage(ctx: Context, id: string) {
  await keeping(ctx, id, (tx, keeper, row) =>
    writePage(tx, keeper, row, { verifiedAt: ctx.clock.now() }, 'page.verified'),
  )
}

/** The same by the team, who asked them. */
export async function verifyPage(ctx: Context, id: string) {
  demand(ctx, crm['organisation:correct'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockOrganisation(tx, ctx, id)
    await writePage(tx, ctx, row, { verifiedAt: ctx.clock.now() }, 'page.verified')
  })
}
