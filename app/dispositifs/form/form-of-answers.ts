import type { Answers } from '#server/dispositifs/form/answer.schema.ts'
import type { FieldType, FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { writeBudget } from './budget-rows.ts'
import { writeHeadCount } from './head-count-cells.ts'
import { held, listOf, writtenCents, writtenNumber, writtenText } from './read-cell.ts'
import { type Entry, nameOf, type TypedForm, typedForm } from './typed-form.ts'

type Writer = (answer: unknown, name: string, locale: string) => Entry[]

const text: Writer = (answer, name) => [[name, writtenText(answer)]]
const several: Writer = (answer, name) => listOf(answer).map((one) => [name, writtenText(one)])
const parts = (answer: unknown, name: string, ...keys: string[]): Entry[] =>
  keys.map((key) => [`${name}.${key}`, writtenText(held(answer, key))])

const WRITERS: Record<FieldType, Writer> = {
  title: text,
  short_text: text,
  long_text: text,
  email: text,
  phone: text,
  number: (answer, name, locale) => [[name, writtenNumber(answer, locale)]],
  money: (answer, name, locale) => [[name, writtenCents(answer, locale)]],
  yes_no: (answer, name) => (typeof answer === 'boolean' ? [[name, answer ? 'yes' : 'no']] : []),
  date: text,
  period: (answer, name) => parts(answer, name, 'from', 'to'),
  place: (answer, name) => [
    ...parts(answer, name, 'label', 'insee', 'department', 'country'),
    [`${name}.of`, writtenText(held(answer, 'label'))],
  ],
  country: text,
  countries: several,
  sectors: several,
  sdgs: several,
  choice: text,
  choices: several,
  organisation: (answer, name) => [
    ...parts(answer, name, 'name', 'id'),
    [`${name}.of`, writtenText(held(answer, 'name'))],
  ],
  partners: (answer, name) =>
    listOf(answer).flatMap((partner, index) =>
      parts(partner, `${name}.${index}`, 'name', 'kind', 'place', 'country', 'role'),
    ),
  head_count: writeHeadCount,
  budget: writeBudget,
  file: () => [],
}

/** What the controls of a form hold when these are its answers: `answersOfForm` reads the same ones back. */
export const formOfAnswers = (definition: FormDefinition, answers: Answers, locale: string): TypedForm =>
  typedForm(
    definition.sections.flatMap(({ fields }) =>
      fields.flatMap(({ key, type }) => WRITERS[type](answers[key], nameOf(key), locale)),
    ),
  )
