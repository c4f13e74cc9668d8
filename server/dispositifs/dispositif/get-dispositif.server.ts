import { inNetwork } from '#db/client.ts'
import { dispositif } from '#db/schema/dispositifs.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { currentRevision } from '../revision/current-revision.server.ts'
import { rules } from '../rule/rule.schema.ts'
import { sessionsOf } from '../session/sessions-of.server.ts'
import { offerFrom } from '../shared-template/offers.server.ts'
import { tieOf } from '../shared-template/tie.server.ts'
import { thisDispositif } from './locked-dispositif.server.ts'

/** Everything its page shows: what it is, its sessions, the last first, and the rules in force. */
export async function getDispositif(ctx: Context, id: string) {
  demand(ctx, dispositifs['dispositif:read'])
  return inNetwork(ctx, async (tx) => {
    const [row] = await tx.select().from(dispositif).where(thisDispositif(ctx, id))
    if (!row) throw notFound()
    const inForce = await currentRevision(tx, ctx, id, 'rules')
    const tie = await tieOf(tx, ctx, id)
    const offer = tie && (await offerFrom(tx, ctx, { network: tie.sourceNetwork, source: tie.source }))
    const held = tie?.versions[0]
    return {
      ...row,
      /** The version of its template it has, and what the team is told of it. */
      taken: held?.content ?? null,
      follows: held && {
        ...{ version: held.version, departed: tie.departedAt !== null },
        newer: offer && offer.version > held.version ? offer.version : null,
      },
      rules: inForce ? rules.parse(inForce.content) : [],
      sessions: await sessionsOf(tx, ctx, id),
    }
  })
}

export type DispositifPage = Awaited<ReturnType<typeof getDispositif>>
