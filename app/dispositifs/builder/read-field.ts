import { foldText } from '#packages/referentials/text.ts'
import { freeKey } from '#server/dispositifs/form/edit-form.ts'
import {
  type Condition,
  condition as conditionSchema,
  type Field,
  field as fieldSchema,
  type Section,
} from '#server/dispositifs/form/form.schema.ts'

type Read<Made> = { made: Made; faults: null } | { made: null; faults: Record<string, string> }
export type Typed = Record<string, string>

/** Everything that was typed, to be shown again beside what is wrong with it. */
export const typedIn = (form: FormData): Typed =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

/** English left empty says the same as French. */
export const both = (typed: Typed, name: string) => {
  const fr = (typed[`${name}_fr`] ?? '').trim()
  return { fr, en: (typed[`${name}_en`] ?? '').trim() || fr }
}

const number = (typed: string | undefined, times = 1): number | undefined => {
  const bare = (typed ?? '').replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.')
  if (!bare) return undefined
  return Math.round(Number(bare) * times * 100) / 100
}

const folded = (text: string) => foldText(text).trim()

/** One choice a line, « français | English »; a choice that is still there keeps the name answers know it by. */
function readChoices(text: string, before: Field['choices']) {
  const lines = text.split('\n').flatMap((line) => {
    const [fr = '', en = ''] = line.split('|').map((part) => part.trim())
    return fr ? [{ fr, en: en || fr }] : []
  })
  const same = lines.length === before?.length
  const taken = new Set<string>()
  return lines.map((label, at) => {
    const known =
      before?.find((one) => folded(one.label.fr) === folded(label.fr)) ?? (same ? before[at] : undefined)
    const value = known && !taken.has(known.value) ? known.value : freeKey(label.fr, taken)
    taken.add(value)
    return { value, label }
  })
}

/** As staff say it of an earlier field: « Départ ; Accueil », « oui », « 3 ». */
function readCondition(typed: Typed, earlier: readonly Field[]): Condition | null | { fault: string } {
  const on = earlier.find(({ key }) => key === typed.condition_field)
  if (!on) return typed.condition_field ? { fault: 'condition_not_earlier' } : null
  const is = typed.condition_is
  const said = (typed.condition_value ?? '').trim()
  if (is === 'filled') return { field: on.key, is }
  const times = on.type === 'money' ? 100 : 1
  if (is === 'at_least') {
    const value = number(said, times)
    return value === undefined || Number.isNaN(value) ? { fault: 'number' } : { field: on.key, is, value }
  }
  const choice = (text: string) =>
    on.choices?.find(({ value, label }) =>
      [value, label.fr, label.en].some((one) => folded(one) === folded(text)),
    )?.value ?? text
  const values = said.split(/[;\n]/).flatMap((one) => (one.trim() ? choice(one.trim()) : []))
  if (values.length === 0) return { fault: 'missing' }
  if (on.type === 'yes_no') return { field: on.key, is: 'equals', value: folded(values[0]!) !== 'non' }
  if (values.length > 1) return { field: on.key, is: 'one_of', values }
  const isNumber = on.type === 'number' || on.type === 'money'
  const value = isNumber ? number(values[0], times) : values[0]
  const read = conditionSchema.safeParse({ field: on.key, is: 'equals', value })
  return read.success ? read.data : { fault: 'number' }
}

const faultsOf = (issues: { path: PropertyKey[]; message: string }[]) => {
  const faults: Record<string, string> = {}
  for (const { path, message } of issues) {
    const name =
      path[1] === 'fr' || path[1] === 'en' ? `${String(path[0])}_${String(path[1])}` : String(path[0])
    faults[name] ??= message
  }
  return faults
}

/** A field as its form was sent; what has no place in its type is left out. */
export function readField(typed: Typed, before: Field, earlier: readonly Field[]): Read<Field> {
  const help = both(typed, 'help')
  const times = typed.type === 'money' ? 100 : 1
  const condition = readCondition(typed, earlier)
  const chosen = typed.type === 'choice' || typed.type === 'choices'
  const choices = chosen ? readChoices(typed.choices ?? '', before.choices) : undefined
  const entries = {
    ...{ key: before.key, type: typed.type, label: both(typed, 'label'), required: typed.required === 'oui' },
    help: help.fr ? help : undefined,
    ...{ maxLength: number(typed.maxLength), min: number(typed.min, times), max: number(typed.max, times) },
    choices: choices?.length ? choices : undefined,
    showIf: condition && !('fault' in condition) ? condition : undefined,
    fact: typed.fact || undefined,
    identifies: typed.identifies === 'oui' || undefined,
  }
  const bare = Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined))
  const read = fieldSchema.safeParse(bare)
  const faults = read.success ? {} : faultsOf(read.error.issues)
  if (condition && 'fault' in condition) faults.condition_value = condition.fault
  if (chosen && !choices?.length) faults.choices = 'choices'
  if (read.success && Object.keys(faults).length === 0) return { made: read.data, faults: null }
  return { made: null, faults }
}

export function readSection(
  typed: Typed,
  before: Section,
  earlier: readonly Field[],
): Read<Omit<Section, 'fields'>> {
  const title = both(typed, 'title')
  const intro = both(typed, 'intro')
  const condition = readCondition(typed, earlier)
  const faults: Record<string, string> = {}
  if (!title.fr) faults.title_fr = 'missing'
  if (title.fr.length > 200 || title.en.length > 200) faults.title_fr = 'too_long'
  if (intro.fr.length > 1000 || intro.en.length > 1000) faults.intro_fr = 'too_long'
  if (condition && 'fault' in condition) faults.condition_value = condition.fault
  if (Object.keys(faults).length > 0) return { made: null, faults }
  const showIf = condition && !('fault' in condition) ? { showIf: condition } : {}
  return { made: { key: before.key, title, ...(intro.fr && { intro }), ...showIf }, faults: null }
}

const written = (value: number | undefined, times = 1) => (value === undefined ? '' : String(value / times))

function conditionTyped(condition: Condition | undefined, earlier: readonly Field[]): Typed {
  if (!condition) return { condition_field: '', condition_is: 'equals', condition_value: '' }
  const on = earlier.find(({ key }) => key === condition.field)
  const told = (value: unknown) => {
    if (typeof value === 'boolean') return value ? 'oui' : 'non'
    if (typeof value === 'number') return written(value, on?.type === 'money' ? 100 : 1)
    return on?.choices?.find((one) => one.value === value)?.label.fr ?? String(value)
  }
  const values = 'values' in condition ? condition.values : 'value' in condition ? [condition.value] : []
  const is = condition.is === 'one_of' ? 'equals' : condition.is
  return { condition_field: condition.field, condition_is: is, condition_value: values.map(told).join(' ; ') }
}

/** A field as its form shows it. */
export function typedOf(field: Field, earlier: readonly Field[]): Typed {
  const times = field.type === 'money' ? 100 : 1
  return {
    ...{ type: field.type, label_fr: field.label.fr, label_en: field.label.en },
    ...{ help_fr: field.help?.fr ?? '', help_en: field.help?.en ?? '' },
    ...{ required: field.required ? 'oui' : '', identifies: field.identifies ? 'oui' : '' },
    ...{
      maxLength: written(field.maxLength),
      min: written(field.min, times),
      max: written(field.max, times),
    },
    choices: field.choices?.map(({ label }) => `${label.fr} | ${label.en}`).join('\n') ?? '',
    fact: field.fact ?? '',
    ...conditionTyped(field.showIf, earlier),
  }
}

export const typedOfSection = (section: Section, earlier: readonly Field[]): Typed => ({
  ...{ title_fr: section.title.fr, title_en: section.title.en },
  ...{ intro_fr: section.intro?.fr ?? '', intro_en: section.intro?.en ?? '' },
  ...conditionTyped(section.showIf, earlier),
})
