import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { lockImport, setImport } from './import-row.server.ts'
import type { Matching } from './matching.schema.ts'

/** Says what the columns are. What was checked on another reading of them is forgotten. */
export async function matchColumns(ctx: Context, id: string, matching: Matching): Promise<void> {
  demand(ctx, crm['import:run'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockImport(tx, ctx, id, ['matching', 'checked'])
    const columns = row.headings.map((heading, at) => ({
      heading,
      field: matching.columns[at]?.field ?? null,
    }))
    await setImport(tx, ctx, id, { matching: { ...matching, columns }, state: 'matching', counts: {} })
  })
}
