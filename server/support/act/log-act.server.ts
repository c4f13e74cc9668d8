import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { supportAct } from '#db/schema/support.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { support } from '../permissions.ts'
import type { ActInput } from './act.schema.ts'
import { demandKnown, writeOrganisations } from './known-to-network.server.ts'

/** One act of support, by the person who writes it down. */
export async function logAct(ctx: Context, input: ActInput): Promise<{ id: string }> {
  demand(ctx, support['act:write'])
  const id = v7()
  const now = ctx.clock.now()
  const { organisations, ...values } = input
  await inNetwork(ctx, async (tx) => {
    await demandKnown(tx, ctx, input)
    await tx.insert(supportAct).values({
      ...values,
      networkId: ctx.network.id,
      id,
      accountId: ctx.account.id,
      createdAt: now,
      updatedAt: now,
    })
    await writeOrganisations(tx, ctx, id, organisations)
    await record(tx, ctx, {
      action: 'support.logged',
      objectType: 'support_act',
      objectId: id,
      changes: { minutes: input.minutes },
    })
  })
  return { id }
}
