import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import {
  projectFunding,
  projectHolder,
  projectPartnerHere,
  projectPartnerThere,
} from '#db/schema/projects.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { fieldRefused } from '../errors.ts'
import type { ProjectInput } from './project.schema.ts'

/** Whom a project is held by, done with and paid by: rows beside its own. */
export type Around = Pick<ProjectInput, 'holders' | 'partnersHere' | 'partnersThere' | 'funding'>

/** In one question, in the order they were given. */
export async function readAround(tx: Transaction, ctx: NetworkContext, id: string): Promise<Around> {
  return (await readAroundEach(tx, ctx, [id])).get(id)!
}

/** The same of many projects. */
export async function readAroundEach(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const of = (table: SQL) => sql`from ${table} where network_id = ${ctx.network.id} and project_id = asked.id`
  const { rows } = await tx.execute<Around & { id: string }>(sql`select asked.id,
    (select coalesce(jsonb_agg(organisation_id order by lead desc, organisation_id), '[]') ${of(sql`project_holder`)}) as holders,
    (select coalesce(jsonb_agg(organisation_id order by organisation_id), '[]')
      ${of(sql`project_partner_here`)}) as "partnersHere",
    (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'kind', kind, 'place', place, 'country', country)
      order by position), '[]') ${of(sql`project_partner_there`)}) as "partnersThere",
    (select coalesce(jsonb_agg(jsonb_build_object('funder', funder, 'amountCents', amount_cents) order by position), '[]')
      ${of(sql`project_funding`)}) as funding
    from unnest(${sql.param(ids)}::uuid[]) as asked (id)`)
  return new Map(rows.map(({ id, ...around }) => [id, around as Around]))
}

export async function writeAround(tx: Transaction, ctx: NetworkContext, projectId: string, around: Around) {
  await demandOrganisations(tx, ctx, 'holders', around.holders)
  await demandOrganisations(tx, ctx, 'partnersHere', around.partnersHere)
  const networkId = ctx.network.id
  for (const table of [projectHolder, projectPartnerHere, projectPartnerThere, projectFunding])
    await tx.delete(table).where(and(eq(table.networkId, networkId), eq(table.projectId, projectId)))
  const row = { networkId, projectId }
  await tx
    .insert(projectHolder)
    .values(around.holders.map((organisationId, index) => ({ ...row, organisationId, lead: index === 0 })))
  if (around.partnersHere.length)
    await tx
      .insert(projectPartnerHere)
      .values(around.partnersHere.map((organisationId) => ({ ...row, organisationId })))
  if (around.partnersThere.length)
    await tx
      .insert(projectPartnerThere)
      .values(around.partnersThere.map((one, position) => ({ ...row, id: v7(), position, ...one })))
  if (around.funding.length)
    await tx
      .insert(projectFunding)
      .values(around.funding.map((one, position) => ({ ...row, id: v7(), position, ...one })))
}

/** Every one is an organisation of this network; whoever is not is refused at its field. */
async function demandOrganisations(tx: Transaction, ctx: NetworkContext, field: string, ids: string[]) {
  if (ids.length === 0) return
  const found = await tx
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.networkId, ctx.network.id), inArray(organisation.id, ids)))
  if (found.length !== ids.length) throw fieldRefused(field, 'unknown_choice')
}
