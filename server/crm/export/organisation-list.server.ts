import { type SQL, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { countryName } from '#packages/referentials/countries.ts'
import { departmentName } from '#packages/referentials/departments.ts'
import { typeLabel } from '#packages/referentials/kinds.ts'
import { type SectorKey, sectorLabel } from '#packages/referentials/sectors.ts'
import { today } from '#server/kernel/clock.ts'
import type { Locale, NetworkContext } from '#server/kernel/context.ts'
import type { OwnValue } from '../own-field/own-field.ts'
import { crm } from '../permissions.ts'
import { currentPosition } from '../person/current-position.server.ts'
import { askedIds, askedWords } from './asked-organisations.server.ts'
import { type Cells, type ListAsked, type ListSource, SEVERAL_OF_CELL } from './list-source.ts'
import { ownCells, YES_NO } from './own-cells.ts'

const rule = crm['organisation:export']
const asked = { rule, page: 'structures', words: askedWords, ids: askedIds }
export const organisationList: ListSource = { ...asked, rows: organisationCells }
/** People in post in the organisations kept. */
export const peopleList: ListSource = { ...asked, rows: peopleCells }

type Organisation = {
  id: string
  name: string
  acronym: string | null
  kind: string
  subkind: string | null
  siren: string | null
  siret: string | null
  rna: string | null
  address: string | null
  postalCode: string | null
  city: string | null
  department: string | null
  seatCountry: string
  seatPrivate: boolean
  contactable: boolean
  website: string | null
  email: string | null
  phone: string | null
  countries: string[]
  sectors: string[]
  sdgs: number[]
  description: string
  aliases: string[]
  formerNames: { name: string }[]
  published: boolean
  verifiedAt: Date | null
  updatedAt: Date
  people: { name: string; function: string; email: string | null }[] | null
  ownFields: Record<string, OwnValue>
  memberYears: number[] | null
  college: string | null
  tags: string[] | null
  keeper: string | null
}

const PEOPLE = (ctx: NetworkContext): SQL => sql`(
  select jsonb_agg(jsonb_build_object('name', btrim(p.given_name || ' ' || p.family_name), 'function', s.function,
    'email', p.email) order by s.created_at, s.id)
  from person_position s join person p on p.network_id = s.network_id and p.id = s.person_id
  where s.network_id = ${ctx.network.id} and s.organisation_id = o.id and ${currentPosition(ctx, 's')})`

/** What other tables say of a record, each read only if its column was chosen. */
const BESIDE: Record<string, (ctx: NetworkContext) => SQL> = {
  memberYears: ({ network }) => sql`array(select m.year from membership m
    where m.network_id = ${network.id} and m.organisation_id = o.id order by m.year desc)`,
  college: ({ network }) => sql`(select m.college from membership m
    where m.network_id = ${network.id} and m.organisation_id = o.id order by m.year desc limit 1)`,
  tags: ({ network }) => sql`array(select g.name from organisation_tag l
      join tag g on g.network_id = l.network_id and g.id = l.tag_id
    where l.network_id = ${network.id} and l.organisation_id = o.id order by g.name collate "fr-x-icu")`,
  keeper: () => sql`(select c.name from account c where c.id = o.looked_after_by)`,
}

/** In the order of the ids. */
const inOrder = (ids: string[]) => sql`unnest(${sql.param(ids)}::uuid[]) with ordinality f(id, place)`

async function organisationCells(
  ctx: NetworkContext,
  ids: string[],
  { columns, locale, personalReason, own }: ListAsked,
) {
  const people = columns.includes('people') || columns.includes('peopleEmails')
  const beside = Object.entries(BESIDE).map(
    ([key, read]) => sql`${columns.includes(key) ? read(ctx) : sql`null`} as ${sql.identifier(key)}`,
  )
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<Organisation>(sql`
      select o.id, o.name, o.acronym, o.kind, o.subkind, o.siren, o.siret, o.rna, o.address,
        o.postal_code as "postalCode", o.city, o.department, o.seat_country as "seatCountry",
        o.seat_private as "seatPrivate", o.contactable, o.website, o.email, o.phone, o.countries, o.sectors, o.sdgs,
        o.description, o.aliases, o.former_names as "formerNames", o.published_at is not null as published,
        o.verified_at as "verifiedAt", o.updated_at as "updatedAt",
        o.own_fields as "ownFields", ${sql.join(beside, sql`, `)},
        ${people ? PEOPLE(ctx) : sql`null::jsonb`} as people
      from ${inOrder(ids)} join organisation o on o.network_id = ${ctx.network.id} and o.id = f.id
      order by f.place`),
  )
  const day = (at: Date | string | null) => at && today({ now: () => new Date(at) }, ctx.network.timeZone)
  return rows.map((one): Cells => {
    const each = one.people ?? []
    // A seat at somebody's home is their address; who is not to be written to gives no way to.
    const seat: Cells = one.seatPrivate && !personalReason ? { address: '', postalCode: '' } : {}
    const reach: Cells = one.contactable || personalReason ? {} : { email: '', phone: '' }
    return {
      ...placeCells(one, locale),
      name: one.name,
      acronym: one.acronym ?? '',
      siren: one.siren ?? '',
      siret: one.siret ?? '',
      rna: one.rna ?? '',
      address: one.address ?? '',
      seatCountry: countryName(one.seatCountry, locale),
      website: one.website ?? '',
      email: one.email ?? '',
      phone: one.phone ?? '',
      countries: one.countries.map((code) => countryName(code, locale)).join(SEVERAL_OF_CELL),
      sectors: one.sectors.map((key) => sectorLabel(key as SectorKey, locale)).join(SEVERAL_OF_CELL),
      sdgs: one.sdgs.join(SEVERAL_OF_CELL),
      description: one.description,
      aliases: one.aliases.join(SEVERAL_OF_CELL),
      formerNames: one.formerNames.map(({ name }) => name).join(SEVERAL_OF_CELL),
      published: YES_NO[locale][one.published ? 0 : 1],
      verifiedOn: day(one.verifiedAt) ?? '',
      updatedOn: day(one.updatedAt) ?? '',
      people: each.map((it) => (it.function ? `${it.name} (${it.function})` : it.name)).join(SEVERAL_OF_CELL),
      memberYears: one.memberYears?.join(SEVERAL_OF_CELL) ?? '',
      college: one.college ?? '',
      tags: one.tags?.join(SEVERAL_OF_CELL) ?? '',
      keeper: one.keeper ?? '',
      ...ownCells(own, one.ownFields, locale),
      peopleEmails: each.flatMap(({ email }) => email ?? []).join(SEVERAL_OF_CELL),
      ...seat,
      ...reach,
    }
  })
}

type Placed = Pick<Organisation, 'kind' | 'subkind' | 'postalCode' | 'city' | 'department'>
const placeCells = ({ kind, subkind, postalCode, city, department }: Placed, locale: Locale): Cells => ({
  kind: typeLabel(kind, subkind, locale),
  postalCode: postalCode ?? '',
  city: city ?? '',
  department: department ? departmentName(department) : '',
})

type Person = Placed & {
  familyName: string
  givenName: string
  email: string | null
  phone: string | null
  function: string
  organisation: string
}

async function peopleCells(ctx: NetworkContext, ids: string[], { locale }: ListAsked) {
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<Person>(sql`
      select p.family_name as "familyName", p.given_name as "givenName", p.email, p.phone, s.function,
        o.name as organisation, o.kind, o.subkind, o.postal_code as "postalCode", o.city, o.department
      from ${inOrder(ids)} join organisation o on o.network_id = ${ctx.network.id} and o.id = f.id
        join person_position s on s.network_id = o.network_id and s.organisation_id = o.id
          and ${currentPosition(ctx, 's')}
        join person p on p.network_id = s.network_id and p.id = s.person_id
      order by f.place, s.created_at, s.id`),
  )
  return rows.map(
    (one): Cells => ({
      ...placeCells(one, locale),
      familyName: one.familyName,
      givenName: one.givenName,
      email: one.email ?? '',
      phone: one.phone ?? '',
      function: one.function,
      organisation: one.organisation,
    }),
  )
}
