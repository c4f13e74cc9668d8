import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { supportActOrganisation } from '#db/schema/support.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notOfNetwork, ofAuthorities } from '../errors.ts'
import type { ActInput } from './act.schema.ts'
import { fits } from './act.ts'

/**
 * Refuses what is not this network's, so that a form kept open on a record since removed says so, and a
 * heading of authorities for anybody else: each family then counts whom it says.
 */
export async function demandKnown(tx: Transaction, ctx: NetworkContext, input: ActInput) {
  const { rows } = await tx.execute<{ kinds: string[]; project: boolean }>(sql`select
    array(select kind from organisation where network_id = ${ctx.network.id}
      and id = any (${sql.param(input.organisations)}::uuid[])) as kinds,
    (${input.projectId}::uuid is null or exists (select 1 from project
      where network_id = ${ctx.network.id} and id = ${input.projectId}::uuid)) as project`)
  const { kinds, project } = rows[0]!
  if (kinds.length !== input.organisations.length) throw notOfNetwork('organisations')
  if (!project) throw notOfNetwork('projectId')
  if (!kinds.every((kind) => fits(input.kind, kind))) throw ofAuthorities()
}

export async function writeOrganisations(tx: Transaction, ctx: NetworkContext, id: string, ids: string[]) {
  await tx
    .insert(supportActOrganisation)
    .values(ids.map((organisationId) => ({ networkId: ctx.network.id, actId: id, organisationId })))
}
