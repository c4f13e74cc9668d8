import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { personPosition } from '#db/schema/crm.ts'
import { record } from '#server/kernel/audit.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { noSuchOrganisation } from '../errors.ts'
import { namesOfOrganisations } from '../organisation/names-of-organisations.server.ts'
import type { PositionInput } from './person.schema.ts'

/** A position of a person one holds, in an organisation of the same network. */
export async function writePosition(
  tx: Transaction,
  ctx: NetworkContext,
  personId: string,
  input: PositionInput,
): Promise<string> {
  const organisation = (await namesOfOrganisations(tx, ctx, [input.organisationId])).get(input.organisationId)
  if (organisation === undefined) throw noSuchOrganisation()
  const id = v7()
  const key = { networkId: ctx.network.id, id, personId, createdAt: ctx.clock.now() }
  await tx.insert(personPosition).values({ ...key, ...input })
  await record(tx, ctx, {
    action: 'person.position_added',
    objectType: 'person',
    objectId: personId,
    changes: { organisation },
  })
  return id
}
