import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { dispositif, dispositifRevision } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { blankRevisions } from '../revision/blank-revisions.ts'
import type { Template } from '../template/template.schema.ts'
import type { DispositifInput } from './dispositif.schema.ts'
import { freeAddress } from './free-address.server.ts'
import { demandFreeCode } from './taken-code.server.ts'

/** From a ready template, whose form, rules and grid it takes as they are today, or from nothing. */
export async function createDispositif(
  ctx: Context,
  template: Template | null,
  input: DispositifInput,
): Promise<{ id: string }> {
  demand(ctx, dispositifs['dispositif:write'])
  const id = v7()
  const now = ctx.clock.now()
  const { networkId, accountId } = { networkId: ctx.network.id, accountId: ctx.account.id }
  const { form, rules, grid } = template ?? blankRevisions()
  await inNetwork(ctx, async (tx) => {
    await demandFreeCode(tx, ctx, input.code, id)
    const slug = await freeAddress(tx, ctx, input.code)
    const dated = { createdAt: now, updatedAt: now }
    await tx
      .insert(dispositif)
      .values({ networkId, id, slug, ...input, template: template?.key ?? null, ...dated })
    const contents = Object.entries({ form, rules, grid }) as ['form' | 'rules' | 'grid', unknown][]
    await tx.insert(dispositifRevision).values(
      contents.map(([kind, content]) => ({
        ...{ networkId, id: v7(), dispositifId: id, kind, number: 1, content, accountId },
        ...{ ...dated, publishedAt: now },
      })),
    )
    await record(tx, ctx, {
      action: 'dispositif.created',
      objectType: 'dispositif',
      objectId: id,
      changes: { template: template?.key ?? '' },
    })
  })
  return { id }
}
