import { inNetwork, type Transaction } from '#db/client.ts'
import { lastAuthor } from '#server/kernel/audit/last-author.server.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { notePairsOf } from '../duplicate/note-pairs.server.ts'
import { changedMeanwhile } from '../errors.ts'
import type { OwnValue } from '../own-field/own-field.ts'
import { mergedOwnValues } from '../own-field/read-own-values.ts'
import { crm } from '../permissions.ts'
import { demandParent } from './branches.server.ts'
import { changesBetween } from './changes.ts'
import { HUNG_ON_IT } from './history-of-record.server.ts'
import { lockOrganisation } from './locked-organisation.server.ts'
import { namesOfOrganisations } from './names-of-organisations.server.ts'
import type { OrganisationInput } from './organisation.schema.ts'
import { seatOf } from './place.server.ts'
import { saveRecord } from './save-record.server.ts'

/**
 * Saves the whole form. `version` is the one the form was opened on: when somebody saved in between,
 * nothing is written and their name is given. A published record's listing follows in the same
 * transaction.
 */
export async function updateOrganisation(
  ctx: Context,
  id: string,
  version: number,
  input: OrganisationInput,
  own: Record<string, OwnValue | null> = {},
) {
  demand(ctx, crm['organisation:write'])
  return inNetwork(ctx, async (tx) => {
    const before = await lockOrganisation(tx, ctx, id)
    // What the public reads is written by who may publish it.
    if (before.publishedAt) demand(ctx, crm['organisation:correct'])
    if (before.version !== version)
      throw changedMeanwhile(await lastAuthor(tx, ctx, 'organisation', id, HUNG_ON_IT), before.version)
    if (input.parentId !== before.parentId) await demandParent(tx, ctx, id, input.parentId)
    const { point, ...fields } = input
    const values = { ...fields, ...seatOf(input), ownFields: mergedOwnValues(before.ownFields, own) }
    const changes = changesBetween(before, values)
    if (Object.keys(changes).length === 0) return { version }
    const { parentId, ...told } = changes
    const saved = await saveRecord(tx, ctx, before, values, {
      action: 'organisation.updated',
      changes: { ...told, ...(parentId && (await parentNames(tx, ctx, parentId))) },
    })
    await notePairsOf(tx, ctx, id)
    return { version: saved.version }
  })
}

/** What it is a branch of, as people say it. */
async function parentNames(
  tx: Transaction,
  ctx: NetworkContext,
  { from, to }: { from: unknown; to: unknown },
) {
  const ids = [from, to].filter((id) => typeof id === 'string')
  const names = await namesOfOrganisations(tx, ctx, ids)
  return { parent: { from: names.get(from as string) ?? null, to: names.get(to as string) ?? null } }
}
