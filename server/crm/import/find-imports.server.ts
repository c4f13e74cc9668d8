import { desc, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { organisationImport } from '#db/schema/crm/import.ts'
import { account } from '#db/schema/identity.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import type { Counts, ImportState } from './import-row.server.ts'

const MOST = 50

/** The network's imports, the last first. */
export async function findImports(ctx: Context) {
  demand(ctx, crm['import:run'])
  return inNetwork(ctx, async (tx) => {
    const rows = await tx
      .select({ row: organisationImport, by: account.name })
      .from(organisationImport)
      .leftJoin(account, eq(account.id, organisationImport.accountId))
      .where(eq(organisationImport.networkId, ctx.network.id))
      .orderBy(desc(organisationImport.createdAt))
      .limit(MOST)
    return rows.map(({ row, by }) => ({
      id: row.id,
      name: row.name,
      state: row.state as ImportState,
      rowCount: row.rowCount,
      counts: row.counts as Counts,
      createdAt: row.createdAt.toISOString(),
      by,
    }))
  })
}
