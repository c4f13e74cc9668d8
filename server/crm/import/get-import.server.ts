import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { account } from '#db/schema/identity.ts'
import { longWork } from '#db/schema/kernel.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { pairsOfImport, tagsToMake } from './import-outcome.server.ts'
import { importRow } from './import-row.server.ts'

/** One import, how far its work is, and a few cells of each column. */
export async function getImport(ctx: Context, id: string) {
  demand(ctx, crm['import:run'])
  return inNetwork(ctx, async (tx) => {
    const row = await importRow(tx, ctx, id)
    const [work] = row.workId
      ? await tx
          .select()
          .from(longWork)
          .where(and(eq(longWork.networkId, ctx.network.id), eq(longWork.id, row.workId)))
      : []
    const [by] = row.accountId
      ? await tx.select({ name: account.name }).from(account).where(eq(account.id, row.accountId))
      : []
    return {
      ...row,
      by: by?.name ?? null,
      pairs: await pairsOfImport(tx, ctx, row),
      newTags: await tagsToMake(tx, ctx, row),
      work: work
        ? {
            id: work.id,
            state: work.state,
            done: work.done,
            total: work.total,
            errorCode: work.errorCode,
            own: work.accountId === ctx.account.id,
          }
        : null,
    }
  })
}

export type ImportView = Awaited<ReturnType<typeof getImport>>
