import { type Commune, epciName } from '#packages/referentials/communes.server.ts'
import { departmentByCode } from '#packages/referentials/departments.ts'
import type { KindKey, SubkindKey } from '#packages/referentials/kinds.ts'
import { regionName } from '#packages/referentials/regions.ts'
import { at, capital, of, ofNoun } from './french.ts'
import { type Random, type Urn, urnOf } from './random.ts'
import { BY_SUBKIND, IMAGES } from './words/association-names.ts'
import { bareDepartment, departmentNoun } from './words/department-nouns.ts'
import { BRAND_NAMES, NAMES_BY_SUBKIND, SCHOOL_NAMES, TRADE_NAMES } from './words/other-names.ts'
import type { PartnerCountry } from './words/partner-countries.ts'
import type { SectorTheme } from './words/sector-themes.ts'

export type NameMatter = {
  commune: Commune | null
  partner: PartnerCountry
  place: string
  theme: SectorTheme
}

const SUBKINDS: Record<KindKey, Urn<SubkindKey>> = {
  association: urnOf([
    ['local_association', 64],
    ['twinning_committee', 12],
    ['diaspora_association', 10],
    ['student_association', 4],
    ['federation', 4],
    ['foundation', 3],
    ['national_ngo', 3],
  ]),
  local_authority: urnOf([
    ['municipality', 72],
    ['intercommunality', 20],
    ['joint_body', 5],
    ['department', 2],
    ['region', 1],
  ]),
  education_research: urnOf([
    ['upper_secondary', 34],
    ['lower_secondary', 18],
    ['university', 10],
    ['rural_school', 10],
    ['primary_school', 10],
    ['training_body', 12],
    ['research_body', 6],
  ]),
  company: urnOf([
    ['company', 45],
    ['social_enterprise', 35],
    ['freelance', 12],
    ['interprofessional', 8],
  ]),
  public_body: urnOf([
    ['state_service', 10],
    ['public_agency', 40],
    ['chamber', 20],
    ['hospital', 30],
  ]),
  other: urnOf([['other', 1]]),
}

export const subkindFor = (kind: KindKey, random: Random): SubkindKey => SUBKINDS[kind](random)

const patterns = new Map(
  Object.entries({ ...BY_SUBKIND, ...NAMES_BY_SUBKIND }).map(([subkind, list]) => [subkind, urnOf(list)]),
)

export function nameFor(subkind: SubkindKey, matter: NameMatter, random: Random): string {
  const urn = patterns.get(matter.commune ? subkind : 'abroad')
  if (!urn) return authorityName(subkind, matter.commune!, random)
  return capital(urn(random).replace(/\{(\w+)\}/g, (_, word: string) => fill(word, matter, random)))
}

function fill(word: string, { commune, partner, place, theme }: NameMatter, random: Random): string {
  const city = commune?.name ?? place
  const department = commune?.department
  switch (word) {
    case 'city':
      return typographic(city)
    case 'ofCity':
      return of(typographic(city))
    case 'atCity':
      return at(typographic(city))
    case 'dep':
      return department ? bareDepartment(department) : place
    case 'ofDep':
      return department ? ofNoun(departmentNoun(department)) : of(place)
    case 'place':
      return place
    case 'ofPlace':
      return of(place)
    case 'ofCountry':
      return ofNoun(partner.name)
    case 'bareCountry':
      return partner.code === 'CD' ? 'RD Congo' : partner.name.replace(/^(le |la |les |l’)/, '')
    case 'thing':
      return random.pick(theme.things)
    case 'thingThere':
      return located(random.pick(theme.things), of(place), at(place))
    case 'thingInCountry':
      return located(random.pick(theme.things), ofNoun(partner.name), partner.within)
    case 'word':
      return partner.words.length ? random.pick(partner.words) : random.pick(IMAGES)
    case 'image':
      return random.pick(IMAGES)
    case 'school':
      return random.pick(SCHOOL_NAMES)
    case 'brand':
      return random.pick(BRAND_NAMES)
    case 'trade':
      return random.pick(TRADE_NAMES)
    default:
      throw new Error(`no such word in a pattern: ${word}`)
  }
}

/** « Les Puits de Ségou », but « Une école à Ségou ». */
const located = (thing: string, of: string, at: string) => `${thing} ${/^Une? /.test(thing) ? at : of}`

function authorityName(subkind: SubkindKey, commune: Commune, random: Random): string {
  const department = departmentByCode(commune.department)
  const city = typographic(commune.name)
  if (subkind === 'region' && department) return `Région ${regionName(department.region)}`
  if (subkind === 'department') return `Conseil départemental ${ofNoun(departmentNoun(commune.department))}`
  if (subkind === 'joint_body')
    return `${random.pick(['Syndicat des eaux', 'Syndicat mixte', 'Syndicat des déchets'])} ${of(city)}`
  const epci = subkind === 'intercommunality' && commune.epci ? epciName(commune.epci) : undefined
  if (epci) return inFull(typographic(epci))
  return `${commune.population >= 10_000 ? 'Ville' : 'Commune'} ${of(city)}`
}

const inFull = (name: string) =>
  name
    .replace(/^CC /, 'Communauté de communes ')
    .replace(/^CA /, 'Communauté d’agglomération ')
    .replace(/^CU /, 'Communauté urbaine ')

const typographic = (name: string) => name.replaceAll("'", '’')
