import type { SubkindKey } from '#packages/referentials/kinds.ts'
import { type SectorKey, sectorShortLabel } from '#packages/referentials/sectors.ts'
import { at, listed, of } from './french.ts'
import type { NameMatter } from './organisation-names.ts'
import type { Random } from './random.ts'
import type { SectorTheme } from './words/sector-themes.ts'
import { CLOSERS, OPENINGS } from './words/sentences.ts'

const FAMILIES: Partial<Record<SubkindKey, keyof typeof OPENINGS>> = {
  twinning_committee: 'twinning',
  diaspora_association: 'diaspora',
  region: 'authority',
  department: 'authority',
  intercommunality: 'authority',
  municipality: 'authority',
  joint_body: 'authority',
  university: 'higher_education',
  research_body: 'higher_education',
  upper_secondary: 'school',
  lower_secondary: 'school',
  primary_school: 'school',
  rural_school: 'school',
  training_body: 'school',
  company: 'company',
  social_enterprise: 'company',
  freelance: 'company',
  interprofessional: 'company',
  state_service: 'body',
  public_agency: 'body',
  chamber: 'body',
  hospital: 'body',
  other: 'body',
}

/** One to three sentences, sometimes none, sometimes a whole paragraph. */
export function descriptionOf(
  subkind: SubkindKey,
  matter: NameMatter,
  themes: SectorTheme[],
  random: Random,
): string {
  if (random.chance(0.12)) return ''
  const family = FAMILIES[subkind] ?? 'association'
  const length = random.chance(0.05) ? 6 : random.between(1, 3)
  const sentences = [complete(random.pick(OPENINGS[family]), matter, themes[0]!, random)]
  const theme = themes[1]
  if (length > 1 && theme && family !== 'company' && family !== 'body') {
    sentences.push(complete(random.pick(OPENINGS.second), matter, theme, random))
  }
  sentences.push(...random.some(CLOSERS[family] ?? CLOSERS.association!, length - sentences.length))
  const text = sentences.join(' ')
  return subkind === 'foundation'
    ? text.replaceAll('L’association', 'La fondation').replaceAll('l’association', 'la fondation')
    : text
}

/** Of a real organisation, nothing is said that its network did not publish. */
export function plainDescription(within: string[], sectors: SectorKey[]): string {
  return `Actions ${listed(within)} : ${listed(sectors.map((key) => lower(sectorShortLabel(key, 'fr'))))}.`
}

const lower = (text: string) => (/^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))

function complete(
  pattern: string,
  { commune, partner, place }: NameMatter,
  theme: SectorTheme,
  random: Random,
) {
  const city = (commune?.name ?? place).replaceAll("'", '’')
  const drawn = random.pick(theme.acts)
  const act = drawn.replace('*', '')
  const told = act === drawn ? pattern : pattern.replace('{act} {where}', '{act}')
  const values: Record<string, () => string> = {
    atCity: () => at(city),
    ofCity: () => of(city),
    ofPlace: () => of(place),
    place: () => place,
    where: () => (random.chance(0.6) ? `${at(place)}, ${partner.within}` : partner.within),
    within: () => partner.within,
    year: () => String(random.between(1986, 2022)),
    act: () => act,
    cause: () => random.pick(theme.causes),
    projects: () => listed(random.some(theme.projects, 2).map(lower)),
  }
  return told.replace(/\{(\w+)\}/g, (_, key: string) => values[key]!())
}
