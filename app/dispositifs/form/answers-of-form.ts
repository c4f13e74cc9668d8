import type { Answers } from '#server/dispositifs/form/answer.schema.ts'
import type { Field, FieldType, FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { readBudget } from './budget-rows.ts'
import { readHeadCount } from './head-count-cells.ts'
import { centsCell, dayCell, numberCell, textCell } from './read-cell.ts'
import { nameOf, type TypedForm } from './typed-form.ts'

type Reader = (form: TypedForm, name: string) => unknown

const text: Reader = (form, name) => textCell(form.one(name))
const several: Reader = (form, name) => form.all(name).filter(Boolean)

/** What was found for a text (its commune, its organisation) is forgotten when another is typed over it. */
const found = (form: TypedForm, name: string, part: string, typed: string) =>
  typed !== '' && form.one(`${name}.of`) === typed ? form.one(`${name}.${part}`) || null : null

const PARTNER = ['name', 'kind', 'place', 'country', 'role'] as const

const READERS: Record<FieldType, Reader> = {
  title: text,
  short_text: text,
  long_text: text,
  email: text,
  phone: text,
  number: (form, name) => numberCell(form.one(name)),
  money: (form, name) => centsCell(form.one(name)),
  yes_no: (form, name) => ({ yes: true, no: false })[form.one(name)] ?? null,
  date: (form, name) => dayCell(form.one(name)),
  period(form, name) {
    const [from, to] = [dayCell(form.one(`${name}.from`)), dayCell(form.one(`${name}.to`))]
    return from === null && to === null ? null : { from, to }
  },
  place(form, name) {
    const [label, country] = [form.one(`${name}.label`).trim(), textCell(form.one(`${name}.country`))]
    if (!label) return null
    const insee = found(form, name, 'insee', label)
    return { label, insee, department: found(form, name, 'department', label), country }
  },
  country: text,
  countries: several,
  sectors: several,
  sdgs: (form, name) => form.all(name).filter(Boolean).map(numberCell),
  choice: text,
  choices: several,
  organisation(form, name) {
    const typed = form.one(`${name}.name`).trim()
    return typed === '' ? null : { id: found(form, name, 'id', typed), name: typed }
  },
  partners: (form, name) =>
    form.rows(name).flatMap((row) => {
      const cells = PARTNER.map((cell) => [cell, textCell(form.one(`${row}.${cell}`))] as const)
      if (cells.every(([, typed]) => typed === null)) return []
      const { name: called, ...others } = Object.fromEntries(cells)
      return [{ name: called ?? '', ...others }]
    }),
  head_count: readHeadCount,
  budget: readBudget,
  // Files are joined on a page of their own: a form neither adds nor removes any.
  file: () => null,
}

/**
 * The answers that a form holds, by key: read where they can be, as typed where they cannot, to be judged by
 * `cleaned` and `faultsOf`. Empty ones are left out, and so are empty rows. `before` is what was saved.
 */
export function answersOfForm(
  definition: FormDefinition,
  form: TypedForm,
  before: Answers = {},
): Record<string, unknown> {
  const answers = definition.sections.flatMap(({ fields }) =>
    fields.flatMap((field: Field) => {
      const answer = field.type === 'file' ? before[field.key] : READERS[field.type](form, nameOf(field.key))
      const isEmpty =
        answer === null || answer === undefined || (Array.isArray(answer) && answer.length === 0)
      return isEmpty ? [] : [[field.key, answer] as const]
    }),
  )
  return Object.fromEntries(answers)
}
