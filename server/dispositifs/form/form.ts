import { budgetLines } from '../budget/budget.schema.ts'
import { budgetOf } from '../budget/budget.ts'
import { headCount } from '../head-count/head-count.schema.ts'
import { isEmpty } from '../head-count/head-count.ts'
import { type Answers, answerSchemaOf } from './answer.schema.ts'
import { type AnswerFault, isAnswerFault } from './answer-faults.ts'
import type { Condition, Field, FieldType, FormDefinition, Section } from './form.schema.ts'
import { storable } from './storable.ts'

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isList = (value: unknown) => Array.isArray(value) && value.length > 0
const held = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined

/** Whether something was said, right or wrong: a budget without any amount says nothing yet. */
const FILLED: Partial<Record<FieldType, (answer: unknown) => boolean>> = {
  number: (answer) => typeof answer === 'number' || isText(answer),
  money: (answer) => typeof answer === 'number' || isText(answer),
  yes_no: (answer) => typeof answer === 'boolean',
  period: (answer) => isText(held(answer, 'from')) && isText(held(answer, 'to')),
  place: (answer) => isText(held(answer, 'label')),
  organisation: (answer) => isText(held(answer, 'id')) || isText(held(answer, 'name')),
  head_count: (answer) => {
    const count = headCount.safeParse(answer)
    return count.success && !isEmpty(count.data)
  },
  budget: (answer) => {
    const lines = budgetLines.safeParse(answer)
    return lines.success && lines.data.some(({ cents }) => cents !== null && cents > 0)
  },
}

export const isFilled = (field: Field, answer: unknown): boolean =>
  (FILLED[field.type] ?? ((value) => isText(value) || isList(value)))(answer)

function holds(condition: Condition | undefined, visible: ReadonlyMap<string, Field>, answers: Answers) {
  if (!condition) return true
  const field = visible.get(condition.field)
  const answer = answers[condition.field]
  if (!field || !isFilled(field, answer)) return false
  if (condition.is === 'filled') return true
  if (condition.is === 'at_least') return quantityOf(answer) >= condition.value
  const said = (Array.isArray(answer) ? answer : [answer]).map(String)
  const wanted = condition.is === 'equals' ? [condition.value] : condition.values
  return wanted.some((value) => said.includes(String(value)))
}

/** Of a list, how many; of a head count, how many people. */
function quantityOf(answer: unknown): number {
  if (typeof answer === 'number') return answer
  if (Array.isArray(answer)) return answer.length
  const totals = ['french', 'foreign'].map((origin) => Number(held(held(answer, origin), 'total') ?? 0))
  return totals[0]! + totals[1]!
}

export type VisibleSection = Section & { fields: Field[] }

/** Sections and fields in their order, hidden ones left out, and sections of which nothing is left. */
export function visibleSections(definition: FormDefinition, answers: Answers): VisibleSection[] {
  const visible = new Map<string, Field>()
  return definition.sections.flatMap((section) => {
    if (!holds(section.showIf, visible, answers)) return []
    const fields = section.fields.filter((field) => {
      const shown = holds(field.showIf, visible, answers)
      if (shown) visible.set(field.key, field)
      return shown
    })
    return fields.length ? [{ ...section, fields }] : []
  })
}

export const visibleFields = (definition: FormDefinition, answers: Answers): Field[] =>
  visibleSections(definition, answers).flatMap(({ fields }) => fields)

/** Required, shown, and without an answer: keys, in the order of the form. */
export const missing = (definition: FormDefinition, answers: Answers): string[] =>
  visibleFields(definition, answers)
    .filter((field) => field.required && !isFilled(field, answers[field.key]))
    .map(({ key }) => key)

/** Required fields alone are counted: nobody is held back by what they may leave. */
export function progress(definition: FormDefinition, answers: Answers): { filled: number; wanted: number } {
  const wanted = visibleFields(definition, answers).filter(({ required }) => required)
  return { filled: wanted.length - missing(definition, answers).length, wanted: wanted.length }
}

function faultOf(field: Field, answer: unknown): AnswerFault | null {
  const read = answerSchemaOf(field).safeParse(answer)
  if (!read.success) {
    const code = read.error.issues[0]?.message ?? ''
    return isAnswerFault(code) ? code : 'invalid'
  }
  if (field.type === 'budget' && !budgetOf(budgetLines.parse(read.data)).balanced) return 'unbalanced'
  return null
}

const isEmptyAnswer = (answer: unknown) =>
  answer === null || answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)

/** One code a field, of those that are shown and were answered. */
export function faultsOf(definition: FormDefinition, answers: Answers): Record<string, AnswerFault> {
  const faults = visibleFields(definition, answers).flatMap((field) => {
    const answer = answers[field.key]
    const fault = isEmptyAnswer(answer) ? null : faultOf(field, answer)
    return fault ? [[field.key, fault] as const] : []
  })
  return Object.fromEntries(faults)
}

/**
 * What is kept of what was sent: known fields, shown or not, read where they can be and as typed where they
 * cannot, so that nobody loses a word by leaving a page half-way.
 */
export function cleaned(definition: FormDefinition, raw: unknown): Record<string, unknown> {
  const kept = definition.sections.flatMap(({ fields }) =>
    fields.flatMap((field) => {
      const given = storable(held(raw, field.key))
      if (isEmptyAnswer(given)) return []
      const read = answerSchemaOf(field).safeParse(given)
      const answer = read.success ? read.data : given
      return isEmptyAnswer(answer) ? [] : [[field.key, answer] as const]
    }),
  )
  return Object.fromEntries(kept)
}
