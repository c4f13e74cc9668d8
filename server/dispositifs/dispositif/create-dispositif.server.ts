import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { dispositif, dispositifRevision } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { templateGone } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { blankRevisions } from '../revision/blank-revisions.ts'
import { offerByKey } from '../shared-template/offers.server.ts'
import { tieDispositif } from '../shared-template/tie-dispositif.server.ts'
import type { DispositifInput } from './dispositif.schema.ts'
import { freeAddress } from './free-address.server.ts'
import { demandFreeCode } from './taken-code.server.ts'

/** From a template, whose form, rules and grid it takes as they are today, or from nothing. */
export async function createDispositif(
  ctx: Context,
  template: string | null,
  input: DispositifInput,
): Promise<{ id: string }> {
  demand(ctx, dispositifs['dispositif:write'])
  const id = v7()
  const now = ctx.clock.now()
  const { networkId, accountId } = { networkId: ctx.network.id, accountId: ctx.account.id }
  await inNetwork(ctx, async (tx) => {
    const offer = template === null ? null : await offerByKey(tx, ctx, template)
    if (template !== null && !offer) throw templateGone()
    await demandFreeCode(tx, ctx, input.code, id)
    const slug = await freeAddress(tx, ctx, input.code)
    const dated = { createdAt: now, updatedAt: now }
    const model = offer?.content.model ?? null
    await tx.insert(dispositif).values({ networkId, id, slug, ...input, template: model, ...dated })
    const { form, rules, grid } = offer?.content ?? blankRevisions()
    const contents = Object.entries({ form, rules, grid }) as ['form' | 'rules' | 'grid', unknown][]
    await tx.insert(dispositifRevision).values(
      contents.map(([kind, content]) => ({
        ...{ networkId, id: v7(), dispositifId: id, kind, number: 1, content, accountId },
        ...{ ...dated, publishedAt: now, templateVersion: offer?.version ?? null },
      })),
    )
    if (offer) await tieDispositif(tx, ctx, id, offer)
    await record(tx, ctx, {
      action: 'dispositif.created',
      objectType: 'dispositif',
      objectId: id,
      changes: { template: template ?? '', version: offer?.version ?? null },
    })
  })
  return { id }
}
