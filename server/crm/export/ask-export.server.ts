import { inNetwork } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { beginWork } from '#server/kernel/work/begin-work.server.ts'
import { crm } from '../permissions.ts'
import { exportOrganisations } from './export-organisations.server.ts'

/** Data that leaves the network leaves a line: who, when, and what for. */
export async function askExport(ctx: Context, purpose: string): Promise<{ id: string }> {
  demand(ctx, crm['organisation:export'])
  return inNetwork(ctx, async (tx) => {
    const work = await beginWork(tx, ctx, exportOrganisations, { locale: ctx.locale, purpose })
    await record(tx, ctx, {
      action: 'organisation.export_asked',
      objectType: 'long_work',
      objectId: work.id,
      changes: { purpose },
    })
    return work
  })
}
