import { projectListingOf } from '#server/projects/listing/project-listing.ts'
import type { DemoOrganisation } from './organisation.ts'
import type { DemoProject } from './projects.ts'
import type { RowIds } from './row-id.ts'
import type { Batch } from './write-rows.ts'

/** Adds to a batch the rows of a project, and what the public reads of it once it is published. */
export function addProject(batch: Batch, project: DemoProject, ids: RowIds, next: () => number) {
  const { holders, partnersHere, partnersThere, funding, ...own } = project
  const { startedOn, endedOn, publishedAt, countryOnly, budgetCents, budgetBand, ...rest } = own
  const dates = { started_on: startedOn, ended_on: endedOn, published_at: publishedAt }
  batch.project.push({
    ...rest,
    ...dates,
    country_only: countryOnly,
    budget_cents: budgetCents,
    budget_band: budgetBand,
  })
  const of = { project_id: project.id }
  for (const [index, { id }] of holders.entries())
    batch.project_holder.push({ ...of, organisation_id: id, lead: index === 0 })
  for (const { id } of partnersHere) batch.project_partner_here.push({ ...of, organisation_id: id })
  for (const [position, partner] of partnersThere.entries())
    batch.project_partner_there.push({ ...of, id: ids(next()), position, ...partner })
  for (const [position, { funder, amountCents }] of funding.entries())
    batch.project_funding.push({ ...of, id: ids(next()), position, funder, amount_cents: amountCents })
  if (publishedAt) batch.project_listing.push(listingRow(project, publishedAt))
}

const around = ({ id, name, acronym, kind, publishedAt }: DemoOrganisation) => ({
  id,
  name,
  acronym,
  kind,
  listed: publishedAt !== null,
})

function listingRow(project: DemoProject, publishedAt: string) {
  const listing = projectListingOf({
    ...project,
    holders: project.holders.map(around),
    partnersHere: project.partnersHere.map(around),
    funders: project.funding.map(({ funder }) => funder),
    pictures: [],
  })
  const { countryOnly, startedOn, endedOn, budgetBand, holderKinds, partnersHere, partnersThere, ...rest } =
    listing
  return {
    ...rest,
    slug: project.slug,
    country_only: countryOnly,
    started_on: startedOn,
    ended_on: endedOn,
    budget_band: budgetBand,
    holder_kinds: holderKinds,
    partners_here: partnersHere,
    partners_there: partnersThere,
    published_at: publishedAt,
    updated_at: publishedAt,
  }
}
