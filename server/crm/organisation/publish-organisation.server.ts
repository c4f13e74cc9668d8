import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { slugify } from '#packages/referentials/text.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { hiddenByKeeper } from '../errors.ts'
import { crm } from '../permissions.ts'
import { lockOrganisation } from './locked-organisation.server.ts'
import { saveRecord } from './save-record.server.ts'

/**
 * Shows a record to the public. Its address is chosen once: published again, it is found where it was. A page
 * that its own people hid is shown only if that is asked in so many words.
 */
export async function publishOrganisation(
  ctx: Context,
  id: string,
  evenHidden = false,
): Promise<{ slug: string }> {
  demand(ctx, crm['organisation:publish'])
  return inNetwork(ctx, async (tx) => {
    const row = await lockOrganisation(tx, ctx, id)
    if (row.publishedAt && row.slug) return { slug: row.slug }
    if (row.hiddenByKeeper && !evenHidden) throw hiddenByKeeper()
    const slug = row.slug ?? (await freeSlug(tx, ctx, row.name))
    const line = { action: 'organisation.published', changes: {} }
    await saveRecord(tx, ctx, row, { slug, publishedAt: ctx.clock.now() }, line)
    return { slug }
  })
}

/** Pages of the directory that are no organisation's. */
const PAGES = ['statistiques', 'points', 'imprimer', 'inscription']

/** The name as an address, numbered when another organisation of the network has it. */
async function freeSlug(tx: Transaction, ctx: NetworkContext, name: string): Promise<string> {
  const wish = slugify(name, 70)
  // Two people publishing homonyms at once take turns.
  await tx.execute(sql`select pg_advisory_xact_lock(${ctx.network.id}, hashtext(${wish}))`)
  const { rows } = await tx.execute<{ slug: string }>(
    sql`select slug from organisation where network_id = ${ctx.network.id} and slug ^@ ${wish}
      union select slug from listing_redirect where network_id = ${ctx.network.id} and slug ^@ ${wish}`,
  )
  const taken = new Set([...PAGES, ...rows.map((row) => row.slug)])
  if (!taken.has(wish)) return wish
  for (let number = 2; ; number++) if (!taken.has(`${wish}-${number}`)) return `${wish}-${number}`
}
