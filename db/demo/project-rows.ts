import { projectListingOf } from '#server/projects/listing/project-listing.ts'
import type { DemoOrganisation } from './organisation.ts'
import type { DemoProject } from './projects.ts'
import type { RowIds } from './row-id.ts'
import type { Batch } from './write-rows.ts'

const FIRST_ENTRY = '2017-09-04'

/** Adds to a batch the rows of a project, and what the public reads of it once it is published. */
export function addProject(batch: Batch, project: DemoProject, ids: RowIds, next: () => number) {
  const { holders, partnersHere, partnersThere, funding, ...own } = project
  const { startedOn, endedOn, publishedAt, countryOnly, budgetCents, budgetBand, ...rest } = own
  const dates = { started_on: startedOn, ended_on: endedOn, published_at: publishedAt }
  // Known since it began, or since the network began to keep projects.
  const since = startedOn < FIRST_ENTRY ? FIRST_ENTRY : startedOn
  batch.project.push({
    ...rest,
    ...dates,
    country_only: countryOnly,
    budget_cents: budgetCents,
    budget_band: budgetBand,
    created_at: since,
    updated_at: publishedAt ?? since,
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

const around = ({ id, name, acronym, kind, publishedAt, shownToNetworks }: DemoOrganisation) => ({
  id,
  name,
  acronym,
  kind,
  told: publishedAt !== null && shownToNetworks,
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
