import { and, eq, like } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositif } from '#db/schema/dispositifs.ts'
import { slugify } from '#packages/referentials/text.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/** Its address on the public site, kept for ever: the code, and a number where it was taken. */
export async function freeAddress(tx: Transaction, ctx: NetworkContext, code: string): Promise<string> {
  const wanted = slugify(code)
  const { networkId, slug } = dispositif
  const rows = await tx
    .select({ slug })
    .from(dispositif)
    .where(and(eq(networkId, ctx.network.id), like(slug, `${wanted}%`)))
  const taken = new Set(rows.map((row) => row.slug))
  if (!taken.has(wanted)) return wanted
  let nth = 2
  while (taken.has(`${wanted}-${nth}`)) nth += 1
  return `${wanted}-${nth}`
}
