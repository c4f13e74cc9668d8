import { and, eq, inArray } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { teamNames } from '#server/identity/public.ts'
import { recordAll } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { notOfNetwork } from '../errors.ts'
import { dispositifs } from '../permissions.ts'

/** Who of the team follows these dossiers from now on; null, nobody. */
export async function assignDossiers(
  ctx: Context,
  ids: string[],
  assigneeId: string | null,
): Promise<number> {
  demand(ctx, dispositifs['dossier:write'])
  return inNetwork(ctx, async (tx) => {
    const team = await teamNames(tx, ctx)
    if (assigneeId && !team.some(({ id }) => id === assigneeId)) throw notOfNetwork('assigneeId')
    const given = await tx
      .update(dossier)
      .set({ assigneeId, updatedAt: ctx.clock.now() })
      .where(and(eq(dossier.networkId, ctx.network.id), inArray(dossier.id, ids)))
      .returning({ id: dossier.id })
    await recordAll(
      tx,
      ctx,
      given.map(({ id }) => ({ action: 'dossier.assigned', objectType: 'dossier', objectId: id })),
    )
    return given.length
  })
}
