import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dossierHolder } from '#db/schema/dispositifs.ts'
import { teamNames } from '#server/identity/public.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notOfNetwork, numberTaken } from '../errors.ts'
import type { DossierInput } from './dossier.schema.ts'

/** Refuses what is not this network's: organisations, the colleague it is given to; and a number given twice. */
export async function demandKnown(
  tx: Transaction,
  ctx: NetworkContext,
  { sessionId, id }: { sessionId: string; id: string },
  input: DossierInput,
) {
  const { rows } = await tx.execute<{
    holders: number
    sponsor: boolean
    twice: boolean
  }>(sql`
    select (select count(*)::int from organisation where network_id = ${ctx.network.id}
        and id = any (${sql.param(input.holders)}::uuid[])) as holders,
      (${input.sponsorId}::uuid is null or exists (select from organisation
        where network_id = ${ctx.network.id} and id = ${input.sponsorId}::uuid)) as sponsor,
      exists (select from dossier where network_id = ${ctx.network.id} and session_id = ${sessionId}
        and external_number = ${input.externalNumber}::text and id <> ${id}) as twice`)
  const { holders, sponsor, twice } = rows[0]!
  if (holders !== input.holders.length) throw notOfNetwork('holders')
  if (!sponsor) throw notOfNetwork('sponsorId')
  if (input.assigneeId && !(await teamNames(tx, ctx)).some(({ id: one }) => one === input.assigneeId))
    throw notOfNetwork('assigneeId')
  if (twice) throw numberTaken()
}

export async function writeHolders(tx: Transaction, ctx: NetworkContext, dossierId: string, ids: string[]) {
  const { networkId } = { networkId: ctx.network.id }
  await tx
    .insert(dossierHolder)
    .values(ids.map((organisationId, nth) => ({ networkId, dossierId, organisationId, lead: nth === 0 })))
}
