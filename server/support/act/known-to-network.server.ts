import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { supportActOrganisation } from '#db/schema/support.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notOfNetwork } from '../errors.ts'
import type { ActInput } from './act.schema.ts'

/** Refuses what is not this network's, so that a form kept open on a record since removed says so. */
export async function demandKnown(tx: Transaction, ctx: NetworkContext, input: ActInput) {
  const { rows } = await tx.execute<{ organisations: number; project: boolean }>(sql`select
    (select count(*)::int from organisation where network_id = ${ctx.network.id}
      and id = any (${sql.param(input.organisations)}::uuid[])) as organisations,
    (${input.projectId}::uuid is null or exists (select 1 from project
      where network_id = ${ctx.network.id} and id = ${input.projectId}::uuid)) as project`)
  if (rows[0]!.organisations !== input.organisations.length) throw notOfNetwork('organisations')
  if (!rows[0]!.project) throw notOfNetwork('projectId')
}

export async function writeOrganisations(tx: Transaction, ctx: NetworkContext, id: string, ids: string[]) {
  await tx
    .insert(supportActOrganisation)
    .values(ids.map((organisationId) => ({ networkId: ctx.network.id, actId: id, organisationId })))
}
