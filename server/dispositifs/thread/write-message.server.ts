import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { dossierMessage } from '#db/schema/dispositifs/thread.ts'
import type { Context } from '#server/kernel/context.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { demandDossier } from '../dossier/locked-dossier.server.ts'
import { nameOfDossier } from '../dossier/names-of.server.ts'
import { dispositifs } from '../permissions.ts'
import { othersOfThread } from './others-of-thread.server.ts'

/** Says something to the team: whoever follows the dossier, or spoke of it before, is told. */
export async function writeMessage(ctx: Context, dossierId: string, body: string): Promise<{ id: string }> {
  demand(ctx, dispositifs['dossier:write'])
  const id = v7()
  await inNetwork(ctx, async (tx) => {
    await demandDossier(tx, ctx, dossierId)
    await tx.insert(dossierMessage).values({
      ...{ networkId: ctx.network.id, id, dossierId, accountId: ctx.account.id, body },
      at: ctx.clock.now(),
    })
    const params = { name: ctx.account.name, dossier: await nameOfDossier(tx, ctx, dossierId) }
    for (const accountId of await othersOfThread(tx, ctx, dossierId))
      await notify(tx, ctx, {
        ...{ accountId, kind: 'dispositifs.message', params },
        path: `/${ctx.network.slug}/bureau/dispositifs/dossiers/${dossierId}/echanges#${id}`,
      })
  })
  return { id }
}
