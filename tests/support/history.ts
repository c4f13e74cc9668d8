import { inNetwork } from '#db/client.ts'
import { readHistory } from '#server/kernel/audit/read-lines.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'

/** What was done to something, the last first. */
export const historyOf = (ctx: StaffContext, id: string, type = 'organisation') =>
  inNetwork(ctx, (tx) => readHistory(tx, ctx, type, id, 50))
