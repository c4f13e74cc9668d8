import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { ActFilters } from '../act/find-acts.schema.ts'
import { readActs } from '../act/find-acts.server.ts'
import { support } from '../permissions.ts'
import { countYear } from './count-year.server.ts'

const MOST_LINES = 20_000

/** The acts that some filters keep, for a file; that they were taken out is a line of history. */
export async function exportActs(ctx: Context, filters: ActFilters) {
  demand(ctx, support['act:export'])
  return inNetwork(ctx, async (tx) => {
    const acts = await readActs(tx, ctx, filters, { skip: 0, take: MOST_LINES })
    await record(tx, ctx, {
      action: 'support.exported',
      objectType: 'support',
      objectId: v7(),
      changes: { lines: acts.length },
    })
    return acts
  })
}

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
