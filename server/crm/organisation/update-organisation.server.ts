import { inNetwork, type Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { writeListing } from '#server/directory/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { getMemberUntil } from '#server/membership/public.ts'
import { notePairsOf } from '../duplicate/note-pairs.server.ts'
import { changedMeanwhile } from '../errors.ts'
import type { OwnValue } from '../own-field/own-field.ts'
import { mergedOwnValues } from '../own-field/read-own-values.ts'
import { crm } from '../permissions.ts'
import { demandParent } from './branches.server.ts'
import { changesBetween } from './changes.ts'
import { lastEditor } from './last-editor.server.ts'
import { lockOrganisation, thisOrganisation } from './locked-organisation.server.ts'
import { namesOfOrganisations } from './names-of-organisations.server.ts'
import type { OrganisationInput } from './organisation.schema.ts'
import { seatOf } from './place.server.ts'

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
    if (before.version !== version) throw changedMeanwhile(await lastEditor(tx, ctx, id), before.version)
    if (input.parentId !== before.parentId) await demandParent(tx, ctx, id, input.parentId)
    const { point, ...fields } = input
    const values = { ...fields, ...seatOf(input), ownFields: mergedOwnValues(before.ownFields, own) }
    const changes = changesBetween(before, values)
    if (Object.keys(changes).length === 0) return { version }
    const next = { ...values, version: version + 1, updatedAt: ctx.clock.now() }
    await tx.update(organisation).set(next).where(thisOrganisation(before))
    await notePairsOf(tx, ctx, id)
    const { slug, publishedAt } = before
    if (slug && publishedAt) {
      await writeListing(
        tx,
        ctx,
        { ...before, ...next, slug, publishedAt },
        await getMemberUntil(tx, ctx, id),
      )
    }
    const { parentId, ...told } = changes
    await record(tx, ctx, {
      action: 'organisation.updated',
      objectType: 'organisation',
      objectId: id,
      changes: { ...told, ...(parentId && (await parentNames(tx, ctx, parentId))) },
    })
    return { version: next.version }
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
