import { SECTORS, type SectorKey } from '#packages/referentials/sectors.ts'
import type { Random } from './random.ts'
import { PARTNER_COUNTRIES } from './words/partner-countries.ts'

const TELLING: [RegExp, SectorKey][] = [
  [/Eau|Puits|Assainir/, 'water'],
  [/École|Lycée|Éducation|Parrain|Enfance/, 'education'],
  [/Médecin|Santé|Chirurg|Dentiste|Ophtalmo|Orthopho|Handicap/, 'health'],
  [/Agro|Semence|Agricult|Rural|Vétérin|Semailles/, 'agriculture'],
  [/Forêt|Climat|Mangrove/, 'environment'],
  [/Énergie|Électri/, 'energy'],
  [/Jeun|Sport|Volont|Chantier|Scout/, 'youth'],
  [/Femme|Droits|Justice/, 'human_rights'],
  [/Commerce|Crédit|Finance|Artisan/, 'economy'],
  [/Théâtre|Musique|Culture|Patrimoine|Radio|Presse|Biblio/, 'culture'],
  [/Refuge|Diaspora|Ressortissant/, 'migration'],
  [/Recycler/, 'waste'],
  [/Habitat|Architecte/, 'housing'],
  [/Secours|Pompier|Fraternité/, 'emergency'],
]

/** What a name says of its organisation comes first; the rest is drawn. */
export function activityToldBy(name: string, random: Random) {
  const told = TELLING.flatMap(([words, sector]) => (words.test(name) ? [sector] : []))
  const drawn = random.some(SECTORS, random.between(1, 2)).map(({ key }) => key)
  const country = PARTNER_COUNTRIES.find((one) => name.includes(one.name.replace(/^(le |la |les |l’)/, '')))
  const countries = random.some(PARTNER_COUNTRIES, random.between(1, 5)).map(({ code }) => code)
  return {
    countries: country ? [country.code] : countries,
    sectors: [...new Set([...told, ...drawn])].slice(0, 3),
  }
}
