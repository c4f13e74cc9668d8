import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { support } from '../permissions.ts'
import { countYear } from './count-year.server.ts'

/** The figures of a year, for a file; that they were taken out is a line of history. */
export async function exportYear(ctx: Context, year: number) {
  demand(ctx, support['act:export'])
  const counted = await countYear(ctx, year)
  await inNetwork(ctx, (tx) =>
    record(tx, ctx, {
      action: 'support.exported',
      objectType: 'support',
      objectId: v7(),
      changes: { lines: counted.kinds.length },
    }),
  )
  return counted
}
