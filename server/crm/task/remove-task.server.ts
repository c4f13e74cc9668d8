import { inNetwork } from '#db/client.ts'
import { organisationTask } from '#db/schema/crm/upkeep.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockOrganisation } from '../organisation/locked-organisation.server.ts'
import { crm } from '../permissions.ts'
import { heldTask, recordTask, thisTask } from './held-task.server.ts'

/** Deleted, a task is put back by a click for a month. */
export async function removeTask(ctx: Context, organisationId: string, id: string) {
  await change(ctx, organisationId, id, true)
}

export async function restoreTask(ctx: Context, organisationId: string, id: string) {
  await change(ctx, organisationId, id, false)
}

async function change(ctx: Context, organisationId: string, id: string, removed: boolean) {
  demand(ctx, crm['organisation:write'])
  await inNetwork(ctx, async (tx) => {
    await lockOrganisation(tx, ctx, organisationId)
    const task = await heldTask(tx, ctx, organisationId, id)
    // Deleted twice, it keeps its first day.
    if ((task.deletedAt !== null) === removed) return
    const deletedAt = removed ? ctx.clock.now() : null
    await tx.update(organisationTask).set({ deletedAt }).where(thisTask(ctx, id))
    await recordTask(tx, ctx, removed ? 'removed' : 'restored', organisationId, { title: task.title })
  })
}
