import { typeLabel } from '#packages/referentials/kinds.ts'
import type { OwnField } from '#server/crm/own-field/own-field.ts'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'
import type { FormValues } from '../organisation-form.server.ts'
import { ownValueText } from '../own-field/own-value-text.server.ts'
import { type Group, type Merge, threeWay, type Values } from './three-way.ts'

/** Everything a record's form holds, its own fields beside the others. */
export type Whole = FormValues & { own: Record<string, string[]> }

const TOGETHER: Record<string, string[]> = {
  parent: ['parent', 'parentId'],
  address: ['address', 'seatCountry', 'commune', 'city', 'point', 'pointOf'],
}
const FOLLOWS = new Set(
  Object.entries(TOGETHER).flatMap(([name, keys]) => keys.filter((key) => key !== name)),
)
const OWN = 'champ.'

/** One level: a field of the network's own stands as `champ.<key>`. */
const flat = ({ own, ...values }: Whole): Values => ({
  ...values,
  // A field left empty is sent as one empty text, and kept as none.
  ...Object.fromEntries(
    Object.entries(own).map(([key, typed]) => [`${OWN}${key}`, typed.filter((one) => one !== '')]),
  ),
})

function unflat(values: Values): Whole {
  const entries = Object.entries(values)
  const own = entries
    .filter(([key]) => key.startsWith(OWN))
    .map(([key, typed]) => [key.slice(OWN.length), typed])
  const others = entries.filter(([key]) => !key.startsWith(OWN))
  return { ...Object.fromEntries(others), own: Object.fromEntries(own) } as Whole
}

const groupsOf = (values: Values): Group[] =>
  Object.keys(values)
    .filter((key) => !FOLLOWS.has(key))
    .map((name) => ({ name, keys: TOGETHER[name] ?? [name] }))

export type ConflictLine = { name: string; label: string; was: string; theirs: string; mine: string }
export type Conflict = {
  by: string | null
  theirs: ConflictLine[]
  mine: ConflictLine[]
  both: ConflictLine[]
}

/** What each changed since the form was opened, and the form with all of it. */
export function conflictOf(
  by: string | null,
  base: Whole,
  current: Whole,
  typed: Whole,
  fields: OwnField[],
  locale: Locale,
): { conflict: Conflict; values: Whole } {
  const [was, is, said] = [flat(base), flat(current), flat(typed)]
  const merge: Merge = threeWay(groupsOf(said), was, is, said)
  const line = (name: string): ConflictLine => {
    const text = (values: Values) => groupText(name, values, fields, locale)
    return { name, label: labelOf(name, fields, locale), was: text(was), theirs: text(is), mine: text(said) }
  }
  const [theirs, mine, both] = [merge.theirs, merge.mine, merge.both].map((names) => names.map(line))
  return { conflict: { by, theirs: theirs!, mine: mine!, both: both! }, values: unflat(merge.values) }
}

/** What the form was when it was opened, as it was sent along with it; null when it is not one of ours. */
export function baseOf(sent: string, like: Whole): Whole | null {
  try {
    const base = JSON.parse(sent) as unknown
    if (typeof base !== 'object' || base === null || !('own' in base)) return null
    return { ...like, ...(base as Whole) }
  } catch {
    return null
  }
}

/** Fields in which one chose what the other wrote take it; those not chosen yet are named. */
export function chosen(form: FormData, typed: Whole, base: Whole) {
  const values = flat(typed)
  const others = flat(base)
  const unchosen: string[] = []
  const picks: Record<string, string> = {}
  for (const name of form.getAll('conflit').map(String)) {
    const choice = form.get(`choix.${name}`)
    if (choice === 'mien' || choice === 'autre') picks[name] = choice
    else unchosen.push(name)
    if (choice === 'autre')
      for (const key of TOGETHER[name] ?? [name]) if (key in values) values[key] = others[key]
  }
  return { values: unflat(values), unchosen, picks }
}

/** Asks again for the fields in which one has to choose: what the other wrote is by now what the form was opened on. */
export function askedAgain(
  names: string[],
  base: Whole,
  typed: Whole,
  fields: OwnField[],
  locale: Locale,
): Conflict {
  const [theirs, mine] = [flat(base), flat(typed)]
  const both = names.map((name) => ({
    name,
    label: labelOf(name, fields, locale),
    was: '',
    theirs: groupText(name, theirs, fields, locale),
    mine: groupText(name, mine, fields, locale),
  }))
  return { by: null, theirs: [], mine: [], both }
}

function labelOf(name: string, fields: OwnField[], locale: Locale): string {
  if (name.startsWith(OWN)) return fields.find(({ key }) => key === name.slice(OWN.length))?.label ?? name
  return i18nFor(locale).t(`crm:field.${name}`, { defaultValue: name })
}

const FACETS = { countries: 'country', sectors: 'sector', sdgs: 'sdg' } as const

function groupText(name: string, values: Values, fields: OwnField[], locale: Locale): string {
  if (name === 'address')
    return ['address', 'commune', 'city']
      .map((key) => values[key])
      .filter(Boolean)
      .join(', ')
  const value = values[name]
  if (name.startsWith(OWN)) {
    const field = fields.find(({ key }) => key === name.slice(OWN.length))
    const typed = (value as string[] | undefined) ?? []
    return field ? typed.map((one) => ownValueText(field, one, locale)).join(', ') : typed.join(', ')
  }
  if (typeof value === 'boolean') return i18nFor(locale).t(value ? 'kernel:journal.yes' : 'kernel:journal.no')
  if (name === 'type' && typeof value === 'string' && value) {
    const [kind = '', subkind] = value.split('/')
    return typeLabel(kind, subkind || null, locale)
  }
  if (!Array.isArray(value)) return String(value ?? '')
  const facet = FACETS[name as keyof typeof FACETS]
  return value
    .map((one) => (facet ? facetLabel(facet, String(one), locale) : String((one as { name: string }).name)))
    .join(', ')
}
