import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositif } from '#db/schema/dispositifs.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { codeTaken } from '../errors.ts'

/** One code names one dispositif: JSI and jsi are the same, and an archived one leaves its own. */
export async function demandFreeCode(tx: Transaction, ctx: NetworkContext, code: string, except: string) {
  const [other] = await tx
    .select({ id: dispositif.id })
    .from(dispositif)
    .where(
      and(
        eq(dispositif.networkId, ctx.network.id),
        ne(dispositif.id, except),
        isNull(dispositif.archivedAt),
        sql`upper(${dispositif.code}) = upper(${code})`,
      ),
    )
  if (other) throw codeTaken()
}
