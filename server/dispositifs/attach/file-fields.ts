import type { Answers, FileAnswer } from '../form/answer.schema.ts'
import type { Field, FormDefinition } from '../form/form.schema.ts'
import { visibleFields } from '../form/form.ts'

export const filesIn = (answers: Answers, key: string): FileAnswer[] =>
  Array.isArray(answers[key]) ? (answers[key] as FileAnswer[]) : []

export const mostFiles = ({ max }: Pick<Field, 'max'>): number => max ?? 5

/** No key of a field: a document that none asks for. */
export const NO_FIELD = ':aucune'

const rank = ({ given, required }: { given: number; required?: boolean }) =>
  given > 0 ? 2 : required ? 0 : 1

/** The documents that a form asks of this dossier, those it waits for first; `room`: it takes one more. */
export const fileFields = (form: FormDefinition, answers: Answers) =>
  visibleFields(form, answers)
    .filter(({ type }) => type === 'file')
    .map((field) => {
      const given = filesIn(answers, field.key).length
      return { ...field, given, room: given < mostFiles(field) }
    })
    .sort((a, b) => rank(a) - rank(b))
