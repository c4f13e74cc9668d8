import { COUNTRIES } from '#packages/referentials/countries.ts'
import { DEPARTMENTS, OVERSEAS_COLLECTIVITIES } from '#packages/referentials/departments.ts'
import { KINDS, SUBKINDS } from '#packages/referentials/kinds.ts'
import { SDGS } from '#packages/referentials/sdgs.ts'
import { SECTORS } from '#packages/referentials/sectors.ts'
import { foldText } from '#packages/referentials/text.ts'
import { nameLikeness } from '../organisation/likeness.ts'
import type { FieldType } from './fields.ts'
import { remembered } from './remembered.ts'

type Choice = { key: string; fr: string; en: string; named: string[] }

/** One form of what people write in such a cell. */
export const foldValue = (value: string) =>
  foldText(value)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const choice = (key: string, label: { fr: string; en: string }, ...named: string[]): Choice => ({
  key,
  fr: label.fr,
  en: label.en,
  named: [key, label.fr, label.en, ...named],
})

/** Names that files give to countries and that no list of ours holds. */
const COUNTRY_NAMES: Record<string, string[]> = {
  CD: [
    'RDC',
    'RD Congo',
    'Congo Kinshasa',
    'République démocratique du Congo',
    'Rép. dém. du Congo',
    'Zaïre',
  ],
  CG: ['Congo Brazzaville', 'République du Congo'],
  CI: ['Cote d Ivoire', 'RCI', 'Ivory Coast'],
  CF: ['RCA', 'Centrafrique', 'République centrafricaine'],
  PS: ['Palestine', 'Territoires palestiniens', 'Cisjordanie', 'Gaza'],
  VN: ['Vietnam', 'Viet Nam'],
  LA: ['Laos'],
  CV: ['Cap Vert', 'Cabo Verde'],
  US: ['USA', 'États-Unis', 'Etats Unis d Amérique'],
  GB: ['Royaume-Uni', 'Angleterre', 'Grande-Bretagne', 'UK'],
  MM: ['Birmanie', 'Myanmar'],
  MD: ['Moldavie', 'Moldova'],
  SY: ['Syrie'],
  TZ: ['Tanzanie'],
  CZ: ['Tchéquie', 'République tchèque'],
  KM: ['Comores', 'Union des Comores'],
  SZ: ['Swaziland', 'Eswatini'],
}

const CHOICES: Partial<Record<FieldType, Choice[]>> = {
  kind: [
    // A label may hold several words for one kind: « Association nationale, ONG ».
    ...SUBKINDS.map((one) =>
      choice(`${one.family}/${one.key}`, one, one.key, ...one.fr.split(', '), ...one.en.split(' or ')),
    ),
    ...KINDS.map((one) => choice(one.key, one, one.plural.fr, one.plural.en)),
  ],
  countries: COUNTRIES.map((one) => choice(one.code, one, ...(COUNTRY_NAMES[one.code] ?? []))),
  sectors: SECTORS.map((one) => choice(one.key, one, one.short.fr, one.short.en)),
  sdgs: SDGS.map((one) => {
    const number = String(one.number)
    return choice(number, one, `ODD ${number}`, `SDG ${number}`, `ODD${number}`)
  }),
  department: [...DEPARTMENTS, ...OVERSEAS_COLLECTIVITIES].map(({ code, name }) =>
    choice(code, { fr: name, en: name }, `${code} ${name}`, `${name} ${code}`, code.replace(/^0/, '')),
  ),
  yes_no: [
    choice('oui', { fr: 'Oui', en: 'Yes' }, 'o', 'y', 'true', 'vrai', '1', 'x', 'ok'),
    choice('non', { fr: 'Non', en: 'No' }, 'n', 'false', 'faux', '0'),
  ],
  standing: [
    choice(
      'elected',
      { fr: 'Élu', en: 'Elected' },
      'élue',
      'élu e',
      'elu(e)',
      'administrateur',
      'président',
      'présidente',
    ),
    choice(
      'staff',
      { fr: 'Salarié', en: 'Staff' },
      'salariée',
      'salarié e',
      'technicien',
      'agent',
      'employé',
    ),
    choice('volunteer', { fr: 'Bénévole', en: 'Volunteer' }),
    choice('other', { fr: 'Autre', en: 'Other' }),
  ],
}
CHOICES.country = CHOICES.countries

export const choicesOf = (type: FieldType): Choice[] => CHOICES[type] ?? []

const recognised = new Map<FieldType, (value: string) => string | undefined>()

/** The key of what a cell says, or nothing: the list's words, their folded form, and no guess. */
export function recognise(type: FieldType, value: string): string | undefined {
  const known = recognised.get(type) ?? remembered(amongNames(type))
  recognised.set(type, known)
  return known(value)
}

function amongNames(type: FieldType) {
  const names = new Map<string, string>()
  for (const { key, named } of choicesOf(type))
    for (const name of named) if (!names.has(foldValue(name))) names.set(foldValue(name), key)
  return (value: string) => {
    const folded = foldValue(value)
    const goal = type === 'sdgs' ? folded.match(/^(?:odd |sdg )?(\d{1,2})(?: .*)?$/)?.[1] : undefined
    return names.get(folded) ?? (goal ? names.get(String(Number(goal))) : undefined)
  }
}

const LEAST = 0.35
const MOST_SUGGESTED = 5

export type Suggestion = { key: string; score: number }

/** What a value that is not recognised may mean, the likeliest first. */
export function suggestions(type: FieldType, value: string): Suggestion[] {
  return choicesOf(type)
    .map(({ key, named }) => ({ key, score: Math.max(...named.map((name) => nameLikeness(value, name))) }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SUGGESTED)
}

const LISTS: FieldType[] = ['countries', 'sectors', 'sdgs', 'names']
export const isList = (type: FieldType) => LISTS.includes(type)

/**
 * The values of a cell that holds several: a label may hold a comma, so a piece that is known stays whole.
 * `own`: words that mean something here alone, folded.
 */
export function valuesOf(type: FieldType, cell: string, own: Record<string, string> = {}): string[] {
  const said = cell.trim()
  if (!said) return []
  const isKnown = (value: string) => recognise(type, value) || own[foldValue(value)]
  if (!isList(type) || isKnown(said)) return [said]
  const pieces = said.split(/\s*[|;\n]\s*/).filter(Boolean)
  if (type === 'names') return pieces
  return pieces.flatMap((piece) =>
    isKnown(piece) ? [piece] : piece.split(/\s*(?:,|\/(?!\/)|\+)\s*/).filter(Boolean),
  )
}
