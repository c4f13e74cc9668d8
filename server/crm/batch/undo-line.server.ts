import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisationTag, organisationTask, tag } from '#db/schema/crm/upkeep.ts'
import { organisation } from '#db/schema/crm.ts'
import { removeListing } from '#server/directory/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { changesBetween } from '../organisation/changes.ts'
import { type OrganisationRow, thisOrganisation } from '../organisation/locked-organisation.server.ts'
import { writeOrganisation } from '../organisation/write-organisation.server.ts'
import { attachedTo } from './attached-to.server.ts'
import { type Before, fieldsToRestore, type Outcome } from './batch.ts'

export type Line = { organisationId: string; before: Before | null; version: number; attached: number }

/** Puts one record back as it was before a batch, unless somebody worked on it since. */
export async function undoLine(tx: Transaction, ctx: StaffContext, line: Line): Promise<Outcome> {
  const [row] = await tx
    .select()
    .from(organisation)
    .where(and(eq(organisation.networkId, ctx.network.id), eq(organisation.id, line.organisationId)))
    .for('update')
  if (!row) return 'absent'
  const { before } = line
  if (before?.fields === undefined && before) return hung(tx, ctx, row, before)
  if (row.version !== line.version) return 'touched'
  if (!before) return deleted(tx, ctx, row, line.attached)
  const fields = fieldsToRestore(before.fields!)
  await writeOrganisation(tx, ctx, row, fields)
  const { updatedAt, ...told } = fields
  await record(tx, ctx, {
    action: 'organisation.put_back',
    objectType: 'organisation',
    objectId: row.id,
    changes: changesBetween(row as Record<string, unknown>, told),
  })
  return hung(tx, ctx, row, before)
}

/** Tags and tasks the batch gave go, tags it took come back, where they still exist. */
async function hung(
  tx: Transaction,
  ctx: StaffContext,
  row: OrganisationRow,
  before: Before,
): Promise<Outcome> {
  const { tagged = [], untagged = [], tasks = [] } = before
  const mine = { networkId: ctx.network.id, organisationId: row.id }
  if (tagged.length > 0)
    await tx
      .delete(organisationTag)
      .where(
        and(
          eq(organisationTag.networkId, mine.networkId),
          eq(organisationTag.organisationId, row.id),
          inArray(organisationTag.tagId, tagged),
        ),
      )
  if (untagged.length > 0) {
    const still = await tx
      .select({ id: tag.id })
      .from(tag)
      .where(and(eq(tag.networkId, mine.networkId), inArray(tag.id, untagged)))
    if (still.length > 0)
      await tx
        .insert(organisationTag)
        .values(still.map(({ id }) => ({ ...mine, tagId: id })))
        .onConflictDoNothing()
  }
  if (tasks.length > 0)
    await tx
      .delete(organisationTask)
      .where(
        and(
          eq(organisationTask.networkId, mine.networkId),
          inArray(organisationTask.id, tasks),
          isNull(organisationTask.doneAt),
        ),
      )
  return 'restored'
}

async function deleted(
  tx: Transaction,
  ctx: StaffContext,
  row: OrganisationRow,
  expected: number,
): Promise<Outcome> {
  const { gone, holding } = (await attachedTo(tx, ctx, [row.id])).get(row.id) ?? { gone: 0, holding: 0 }
  if (holding > 0 || gone > expected) return 'attached'
  if (row.publishedAt) await removeListing(tx, ctx, row.id)
  await tx.delete(organisation).where(thisOrganisation(row))
  await record(tx, ctx, {
    action: 'organisation.deleted',
    objectType: 'organisation',
    objectId: row.id,
    changes: { name: { from: row.name, to: null } },
  })
  return 'deleted'
}
