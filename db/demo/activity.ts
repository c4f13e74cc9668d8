import type { SubkindKey } from '#packages/referentials/kinds.ts'
import type { SectorKey } from '#packages/referentials/sectors.ts'
import type { Known } from './organisation.ts'
import { type Random, urnOf } from './random.ts'
import { PARTNER_COUNTRIES, type PartnerCountry } from './words/partner-countries.ts'
import { SECTOR_THEMES } from './words/sector-themes.ts'

/** Exchanges between equals: no wells are dug there. */
const TWIN_ONLY = ['DE', 'ES', 'IT', 'GB', 'PT', 'JP', 'CN']
const EASTERN = ['UA', 'PL', 'RO', 'MD', 'RS', 'BA', 'GE', 'AM']
const TWIN_SECTORS: SectorKey[] = [
  'culture',
  'youth',
  'environment',
  'global_citizenship',
  'governance',
  'training',
]
const EASTERN_SECTORS: SectorKey[] = [
  'culture',
  'youth',
  'education',
  'health',
  'human_rights',
  'emergency',
  'training',
  'economy',
]
const TWINNING: SubkindKey[] = [
  'twinning_committee',
  'municipality',
  'intercommunality',
  'region',
  'upper_secondary',
  'lower_secondary',
  'university',
]

/** Where the families of a diaspora come from. */
const DIASPORAS = 'SN ML TG BJ CM CI GN MR CD CG KM MG HT MA TN DZ BF GA RW LB VN KH LA AM TD NE'.split(' ')

const weigh = (countries: PartnerCountry[]) =>
  urnOf(countries.map((country) => [country, country.weight] as const))
const everyCountry = weigh(PARTNER_COUNTRIES)
const solidarityCountry = weigh(PARTNER_COUNTRIES.filter(({ code }) => !TWIN_ONLY.includes(code)))
const diasporaCountry = weigh(PARTNER_COUNTRIES.filter(({ code }) => DIASPORAS.includes(code)))
const byCode = new Map(PARTNER_COUNTRIES.map((country) => [country.code, country]))

/** « au Togo »; the code itself for a country nobody here works with. */
export const withinCountry = (code: string) => byCode.get(code)?.within ?? code

const sectorUrn = (keys: SectorKey[]) => urnOf(keys.map((key) => [key, SECTOR_THEMES[key].weight] as const))
const anySector = sectorUrn(Object.keys(SECTOR_THEMES) as SectorKey[])
const twinSector = sectorUrn(TWIN_SECTORS)
const easternSector = sectorUrn(EASTERN_SECTORS)

/** Where an organisation works and on what: one partner country mostly, sectors that suit it. */
export function activityOf(subkind: SubkindKey, known: Known | undefined, random: Random) {
  const urn =
    subkind === 'diaspora_association'
      ? diasporaCountry
      : TWINNING.includes(subkind)
        ? everyCountry
        : solidarityCountry
  const partner = byCode.get(known?.countries?.[0] ?? '') ?? urn(random)
  const sectors = known?.sectors ?? drawSectors(partner, random)
  return {
    partner,
    place: random.pick(partner.places),
    countries: known?.countries ?? drawCountries(subkind, partner, random),
    sectors,
    sdgs: drawGoals(sectors, random),
  }
}

function drawSectors({ code }: PartnerCountry, random: Random): SectorKey[] {
  const urn = TWIN_ONLY.includes(code) ? twinSector : EASTERN.includes(code) ? easternSector : anySector
  const sectors = new Set<SectorKey>()
  const count = random.pick([1, 1, 2, 2, 2, 3, 3, 4])
  for (let tries = 0; sectors.size < count && tries < 12; tries++) sectors.add(urn(random))
  return [...sectors]
}

function drawCountries(subkind: SubkindKey, partner: PartnerCountry, random: Random): string[] {
  const wide = subkind === 'national_ngo' || subkind === 'foundation' || subkind === 'federation'
  const more = wide ? random.between(0, 5) : random.pick([0, 0, 0, 0, 0, 1, 1, 2])
  const others = Array.from({ length: more }, () => solidarityCountry(random).code)
  return [...new Set([partner.code, ...others])]
}

function drawGoals(sectors: SectorKey[], random: Random): number[] {
  const goals = new Set(
    sectors.flatMap((key) => SECTOR_THEMES[key].sdgs.filter((_, rank) => rank === 0 || random.chance(0.4))),
  )
  if (random.chance(0.3)) goals.add(17)
  if (random.chance(0.15)) goals.add(1)
  return [...goals].sort((a, b) => a - b)
}
