import { countryName } from '#packages/referentials/countries.ts'
import { departmentName } from '#packages/referentials/departments.ts'
import { type KindKey, kindLabel, type SubkindKey, subkindLabel } from '#packages/referentials/kinds.ts'
import { sdgLabel } from '#packages/referentials/sdgs.ts'
import { type SectorKey, sectorLabel } from '#packages/referentials/sectors.ts'
import type { Locale } from '#server/kernel/context.ts'
import type { ListChoices } from '../segment/find-list-choices.server.ts'
import { filtersAddress, type OrganisationFilters } from './organisation-filters.ts'

/** One filter in force: what it says, and the name and value it has in the address. */
export type FilterWords = { name: string; value: string; label: string }
type Known = Pick<ListChoices, 'tags' | 'team' | 'fields'>

/** Every filter in force in words, one a value: what the list shows, and what the register of lists keeps. */
export function filterWords(filters: OrganisationFilters, known: Known, locale: Locale): FilterWords[] {
  const said = SAID[locale]
  const person = (id: string) => known.team.find((one) => one.id === id)?.name ?? said.someone
  const words: Record<string, (value: string) => string | undefined> = {
    type: (value) => kindLabel(value as KindKey, locale),
    sous: (value) => subkindLabel(value as SubkindKey, locale),
    departement: departmentName,
    pays: (value) => countryName(value, locale),
    secteur: (value) => sectorLabel(value as SectorKey, locale),
    odd: (value) => `${said.sdg} ${value} — ${sdgLabel(Number(value), locale)}`,
    etiquette: (value) => known.tags.find(({ id }) => id === value)?.name ?? said.goneTag,
    adherent: said.memberOf,
    annuaire: (value) => said.directory[value as 'publiee' | 'privee'],
    verifier: () => said.check,
    hors: () => said.outside,
    courriel: (value) => said.email[value as 'avec' | 'sans'],
    suivi: (value) => (value === 'personne' ? said.keptByNobody : said.keptBy(person(value))),
  }
  return [...filtersAddress(filters)].map(([name, value]) => ({
    name,
    value,
    label: words[name]?.(value) ?? ownWords(name, value, known, locale),
  }))
}

function ownWords(name: string, value: string, { fields }: Known, locale: Locale): string {
  const said = SAID[locale]
  const [, key, part] = name.split('.')
  const field = fields.find((one) => one.key === key)
  const label = field?.label ?? key ?? name
  if (part === 'rempli') return said.is(label, value === '1' ? said.filled : said.unfilled)
  if (part) return said.is(label, part === 'de' ? said.from(value) : said.to(value))
  const choice = field?.choices.find((one) => one.key === value)?.label ?? value
  return said.is(label, field?.type === 'yes_no' ? (value === 'true' ? said.yes : said.no) : choice)
}

const SAID = {
  fr: {
    someone: 'quelqu’un',
    sdg: 'ODD',
    goneTag: 'Étiquette supprimée',
    memberOf: (year: string) => `Adhérente en ${year}`,
    directory: { publiee: 'Publiée', privee: 'Privée' },
    check: 'À vérifier',
    outside: 'Hors du territoire',
    email: { avec: 'Avec une adresse électronique', sans: 'Sans adresse électronique' },
    keptBy: (name: string) => `Suivie par ${name}`,
    keptByNobody: 'Suivie par personne',
    is: (label: string, value: string) => `${label}\u00a0: ${value}`,
    filled: 'rempli',
    unfilled: 'vide',
    from: (value: string) => `à partir de ${value}`,
    to: (value: string) => `jusqu’à ${value}`,
    yes: 'oui',
    no: 'non',
  },
  en: {
    someone: 'somebody',
    sdg: 'SDG',
    goneTag: 'Deleted tag',
    memberOf: (year: string) => `Member in ${year}`,
    directory: { publiee: 'Published', privee: 'Private' },
    check: 'To check',
    outside: 'Out of the territory',
    email: { avec: 'With an e-mail address', sans: 'Without e-mail address' },
    keptBy: (name: string) => `Looked after by ${name}`,
    keptByNobody: 'Looked after by nobody',
    is: (label: string, value: string) => `${label}: ${value}`,
    filled: 'filled',
    unfilled: 'empty',
    from: (value: string) => `from ${value}`,
    to: (value: string) => `up to ${value}`,
    yes: 'yes',
    no: 'no',
  },
}
