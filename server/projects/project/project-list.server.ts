import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { countryName } from '#packages/referentials/countries.ts'
import { type SectorKey, sectorLabel } from '#packages/referentials/sectors.ts'
import {
  type Cells,
  type ListSource,
  orderWords,
  SEVERAL_OF_CELL,
  searchWords,
  YES_NO,
} from '#server/crm/public.ts'
import { today } from '#server/kernel/clock.ts'
import type { Locale } from '#server/kernel/context.ts'
import { bandLabel, statusLabel } from '../listing/facet-labels.ts'
import { projects } from '../permissions.ts'
import { COUNTED, type ProjectSort } from './find-projects.schema.ts'
import { idsOfProjects } from './find-projects.server.ts'
import { bandOf } from './project.ts'
import { readProjectSearch } from './read-project-search.ts'

type There = { name: string; place: string | null; country: string | null }
type Funding = { funder: string; cents: number | null }
type Line = {
  title: string
  summary: string
  countries: string[]
  place: string | null
  countryOnly: boolean
  sectors: string[]
  sdgs: number[]
  startedOn: string | null
  endedOn: string | null
  status: string
  budgetCents: number | null
  budgetBand: string | null
  published: boolean
  updatedAt: Date | string
  holders: string[]
  here: string[]
  there: There[]
  funding: Funding[]
}

/** The network's projects, drafts and published, as a list. */
export const projectList: ListSource = {
  rule: projects['project:export'],
  page: 'projets',
  words: async (ctx, query) => wordsOf(query, ctx.locale),
  ids: (ctx, query) => idsOfProjects(ctx, readProjectSearch(query)),
  rows: async (ctx, ids, { locale, personalReason }) => {
    const { rows } = await inNetwork(ctx, (tx) =>
      tx.execute<Line>(sql`
        select p.title, p.summary, p.countries, p.place, p.country_only as "countryOnly", p.sectors, p.sdgs,
          p.started_on::text as "startedOn", p.ended_on::text as "endedOn", p.status,
          p.budget_cents::float8 as "budgetCents", p.budget_band as "budgetBand",
          p.published_at is not null as published, p.updated_at as "updatedAt",
          array(select o.name from project_holder l
            join organisation o on o.network_id = l.network_id and o.id = l.organisation_id
            where l.network_id = p.network_id and l.project_id = p.id order by l.lead desc, o.name) as holders,
          array(select o.name from project_partner_here l
            join organisation o on o.network_id = l.network_id and o.id = l.organisation_id
            where l.network_id = p.network_id and l.project_id = p.id order by o.name) as here,
          (select coalesce(jsonb_agg(jsonb_build_object('name', l.name, 'place', l.place, 'country', l.country)
              order by l.position), '[]')
            from project_partner_there l where l.network_id = p.network_id and l.project_id = p.id) as there,
          (select coalesce(jsonb_agg(jsonb_build_object('funder', l.funder, 'cents', l.amount_cents)
              order by l.position), '[]')
            from project_funding l where l.network_id = p.network_id and l.project_id = p.id) as funding
        from unnest(${sql.param(ids)}::uuid[]) with ordinality f(id, place)
          join project p on p.network_id = ${ctx.network.id} and p.id = f.id
        order by f.place`),
    )
    const day = (at: Date | string) => today({ now: () => new Date(at) }, ctx.network.timeZone)
    return rows.map((one): Cells => {
      // Partners' safety: such a project is told by its country, in a list as on its page.
      const kept: Cells = one.countryOnly && !personalReason ? { place: '', partnersThere: '' } : {}
      return {
        title: one.title,
        summary: one.summary,
        holders: one.holders.join(SEVERAL_OF_CELL),
        partnersHere: one.here.join(SEVERAL_OF_CELL),
        partnersThere: one.there.map((partner) => partnerTold(partner, locale)).join(SEVERAL_OF_CELL),
        countries: one.countries.map((code) => countryName(code, locale)).join(SEVERAL_OF_CELL),
        place: one.place ?? '',
        sectors: one.sectors.map((key) => sectorLabel(key as SectorKey, locale)).join(SEVERAL_OF_CELL),
        sdgs: one.sdgs.join(SEVERAL_OF_CELL),
        startedOn: one.startedOn ?? '',
        endedOn: one.endedOn ?? '',
        status: statusLabel(one.status, locale),
        budgetBand: bandTold(one, locale),
        budget: euros(one.budgetCents, locale),
        funders: one.funding.map(({ funder }) => funder).join(SEVERAL_OF_CELL),
        funding: one.funding.map((part) => fundingTold(part, locale)).join(SEVERAL_OF_CELL),
        panorama: YES_NO[locale][one.published ? 0 : 1],
        updatedOn: day(one.updatedAt),
        ...kept,
      }
    })
  },
}

const SAID: Record<Locale, Record<'counted' | 'draft' | 'published' | 'authorities', string>> = {
  fr: {
    counted: 'Tous sauf abandonnés',
    draft: 'Brouillons',
    published: 'Au panorama',
    authorities: 'Portés par une collectivité',
  },
  en: {
    counted: 'All but the abandoned',
    draft: 'Drafts',
    published: 'In the panorama',
    authorities: 'Led by a local authority',
  },
}
const SORT_COLUMNS: Record<ProjectSort, string> = {
  title: 'title',
  holder: 'holders',
  country: 'countries',
  status: 'status',
  panorama: 'panorama',
  updated: 'updatedOn',
}

function wordsOf(query: URLSearchParams, locale: Locale): string[] {
  const { q, status, country, sector, shown, authorities, sort, down } = readProjectSearch(query)
  const said = SAID[locale]
  return [
    ...searchWords(q, locale),
    ...(status ? [status === COUNTED ? said.counted : statusLabel(status, locale)] : []),
    ...(country ? [countryName(country, locale)] : []),
    ...(sector ? [sectorLabel(sector as SectorKey, locale)] : []),
    ...(shown ? [said[shown]] : []),
    ...(authorities ? [said.authorities] : []),
    ...(query.has('tri') ? orderWords(sort && SORT_COLUMNS[sort], down ?? false, locale) : []),
  ]
}

const partnerTold = ({ name, place, country }: There, locale: Locale) => {
  const where = [place, country && countryName(country, locale)].filter(Boolean).join(', ')
  return where ? `${name} (${where})` : name
}

const bandTold = (one: Line, locale: Locale) => {
  const band = bandOf(one)
  return band ? bandLabel(band, locale) : ''
}

const fundingTold = ({ funder, cents }: Funding, locale: Locale) =>
  cents === null ? funder : `${funder} (${euros(cents, locale)})`

/** A figure a spreadsheet of that language takes for one. */
function euros(cents: number | null, locale: Locale): string {
  if (cents === null) return ''
  const text = cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2)
  return locale === 'fr' ? text.replace('.', ',') : text
}
