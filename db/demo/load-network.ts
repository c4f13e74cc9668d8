import type pg from 'pg'
import type { Comparable } from '#server/crm/duplicate/alike.ts'
import { listingOf } from '#server/directory/organisation/listing.ts'
import type { Network } from '#tenants/schema.ts'
import { compared, writeDuplicatePairs } from './duplicate-pairs.ts'
import { membershipsOf, memberUntil } from './memberships.ts'
import type { DemoOrganisation, Plan } from './organisation.ts'
import { organisationsOf } from './organisations.ts'
import { peopleOf } from './people.ts'
import { addProject } from './project-rows.ts'
import { projectsOf } from './projects.ts'
import { rowIds } from './row-id.ts'
import { verifiedAt } from './verified-at.ts'
import { emptyBatch, writeBatch } from './write-rows.ts'

const BATCH = 1500
/** At any other scale the night does it. */
const MOST_COMPARED = 2000

export type Loaded = {
  slug: string
  skipped: boolean
  organisations: number
  listed: number
  actors: number
}

/** Fills one network in one transaction, unless it already knows organisations. */
export async function loadNetwork(
  app: pg.ClientBase,
  network: Network,
  id: number,
  plan: Plan,
): Promise<Loaded> {
  await app.query('begin')
  try {
    await app.query(`select set_config('app.network_id', $1, true)`, [String(id)])
    const { rowCount } = await app.query('select 1 from organisation where network_id = $1 limit 1', [id])
    const loaded = rowCount ? nothing(plan.slug) : await write(app, network, id, plan)
    await app.query('commit')
    return loaded
  } catch (error) {
    await app.query('rollback').catch(() => {})
    throw error
  }
}

const nothing = (slug: string): Loaded => ({
  slug,
  skipped: true,
  organisations: 0,
  listed: 0,
  actors: 0,
})

async function write(app: pg.ClientBase, network: Network, id: number, plan: Plan): Promise<Loaded> {
  const loaded = { ...nothing(plan.slug), skipped: false }
  const projects = projectsOf(plan)
  const memberships = membershipsOf(network, plan.today)
  const people = peopleOf(plan)
  const ids = rowIds(`${plan.slug}/project parts`)
  const records: Comparable[] = []
  let rows = 0
  let writing: Promise<void> = Promise.resolve()
  let batch = emptyBatch()
  const flush = async () => {
    const full = batch
    batch = emptyBatch()
    await writing
    // Not awaited: the next batch is drawn while the server indexes this one.
    writing = writeBatch(app, id, full)
    writing.catch(() => {})
  }
  for (const organisation of organisationsOf(plan)) {
    const years = memberships(organisation)
    const verified = verifiedAt(organisation, plan.today)
    batch.organisation.push({ ...organisationRow(organisation), verified_at: verified })
    for (const { organisationId, year, college, joinedOn } of years) {
      batch.membership.push({ organisation_id: organisationId, year, college, joined_on: joinedOn })
    }
    const met = people(organisation)
    batch.person.push(...met.persons)
    batch.person_position.push(...met.positions)
    for (const project of projects(organisation)) addProject(batch, project, ids, () => rows++)
    if (organisation.publishedAt) {
      const { contactable } = organisation
      const seen = { contactable, verified_at: verified }
      const listing = { ...listingRow(organisation, memberUntil(years)), ...seen }
      batch.organisation_listing.push(listing)
      loaded.listed++
    }
    if (plan.slug === 'so-cooperation' && plan.organisations <= MOST_COMPARED)
      records.push(compared(organisation))
    loaded.organisations++
    if (organisation.actor) loaded.actors++
    if (batch.organisation.length === BATCH) await flush()
  }
  await flush()
  await writing
  await writeDuplicatePairs(app, id, records, plan.today)
  await app.query(
    `insert into listing_revision (network_id, revision) values ($1, 1)
     on conflict (network_id) do update set revision = listing_revision.revision + 1`,
    [id],
  )
  return loaded
}

function organisationRow(organisation: DemoOrganisation) {
  const { postalCode, publishedAt, createdAt, updatedAt, ...rest } = organisation
  const { formerNames, parentId, seatCountry, seatPrivate, shownToNetworks, emailShown, ...others } = rest
  return {
    ...others,
    former_names: formerNames,
    parent_id: parentId,
    seat_country: seatCountry,
    seat_private: seatPrivate,
    shown_to_networks: shownToNetworks,
    email_shown: emailShown,
    postal_code: postalCode,
    published_at: publishedAt,
    created_at: createdAt,
    updated_at: updatedAt,
  }
}

function listingRow(organisation: DemoOrganisation, until: string | null) {
  const { postalCode, nationalKey, seatCountry, shownToNetworks, ...rest } = listingOf(organisation)
  const { slug, publishedAt, updatedAt } = organisation
  return {
    ...rest,
    slug,
    postal_code: postalCode,
    national_key: nationalKey,
    seat_country: seatCountry,
    shown_to_networks: shownToNetworks,
    member_until: until,
    published_at: publishedAt,
    updated_at: updatedAt,
  }
}
