import type { Condition, Fact, Field, FieldType, Section } from './form.schema.ts'

type Fault = { path: (string | number)[]; message: string }

/** Which types of field can say a fact. */
const SAY: Record<Fact, readonly FieldType[]> = {
  title: ['title', 'short_text'],
  summary: ['long_text'],
  youngest: ['number'],
  oldest: ['number'],
  planned: ['head_count'],
  budget: ['budget'],
  requested: ['money'],
  period: ['period'],
  starts_on: ['date'],
  ends_on: ['date'],
  action_days: ['number'],
  countries: ['country', 'countries'],
  place: ['place'],
  sponsor: ['organisation'],
  sectors: ['sectors'],
  sdgs: ['sdgs'],
  document: ['file'],
}

const CHOSEN: readonly FieldType[] = ['choice', 'choices']
const COUNTED: readonly FieldType[] = ['number', 'money', 'choices', 'countries', 'partners', 'head_count']

/** A condition that could never be true, or that looks at what comes later, is a slip of who wrote the form. */
function faultOfCondition(condition: Condition, earlier: ReadonlyMap<string, Field>): string | null {
  const on = earlier.get(condition.field)
  if (!on) return 'condition_not_earlier'
  const known = new Set(on.choices?.map(({ value }) => value))
  if (condition.is === 'at_least') return COUNTED.includes(on.type) ? null : 'condition_not_counted'
  if (condition.is === 'one_of') {
    if (!CHOSEN.includes(on.type)) return 'condition_not_chosen'
    return condition.values.every((value) => known.has(value)) ? null : 'unknown_choice'
  }
  if (condition.is === 'equals' && CHOSEN.includes(on.type))
    return known.has(String(condition.value)) ? null : 'unknown_choice'
  return null
}

function faultsOfField(field: Field): string[] {
  const values = field.choices?.map(({ value }) => value) ?? []
  return [
    ...(CHOSEN.includes(field.type) !== values.length > 0 ? ['choices'] : []),
    ...(new Set(values).size < values.length ? ['key_twice'] : []),
    ...(field.min !== undefined && field.max !== undefined && field.max < field.min ? ['ends_before'] : []),
    ...(field.fact && !SAY[field.fact].includes(field.type) ? ['fact_type'] : []),
  ]
}

/** Conditions look backwards only, so that no form can turn on itself. */
export function faultsOfDefinition(sections: readonly Section[]): Fault[] {
  const faults: Fault[] = []
  const earlier = new Map<string, Field>()
  const facts = new Set<Fact>()
  const sectionKeys = new Set<string>()
  sections.forEach((section, at) => {
    if (sectionKeys.has(section.key)) faults.push({ path: [at, 'key'], message: 'key_twice' })
    sectionKeys.add(section.key)
    const wrong = section.showIf && faultOfCondition(section.showIf, earlier)
    if (wrong) faults.push({ path: [at, 'showIf'], message: wrong })
    section.fields.forEach((field, index) => {
      const fault = (message: string, ...more: string[]) =>
        faults.push({ path: [at, 'fields', index, ...more], message })
      if (earlier.has(field.key)) fault('key_twice', 'key')
      const wrong = field.showIf && faultOfCondition(field.showIf, earlier)
      if (wrong) fault(wrong, 'showIf')
      if (field.fact && field.fact !== 'document' && facts.has(field.fact)) fault('fact_twice', 'fact')
      if (field.fact) facts.add(field.fact)
      for (const message of faultsOfField(field)) fault(message)
      earlier.set(field.key, field)
    })
  })
  return faults
}
