import { answerSchemaOf } from '#server/dispositifs/form/answer.schema.ts'
import type { Field } from '#server/dispositifs/form/form.schema.ts'
import { GROUPS, isIn } from './budget-rows.ts'
import { listOf } from './read-cell.ts'
import { nameOf } from './typed-form.ts'

const isCode = (message: string) => /^[a-z_]+$/.test(message)

/** Lines of one list stand in four tables: the third of all may be the first of its own. */
function inItsTable(answer: unknown, index: number): string {
  const lines = listOf(answer)
  const group = GROUPS.find((one) => isIn(one, lines[index]))
  if (!group) return String(index)
  return `${group.path}.${lines.slice(0, index).filter((line) => isIn(group, line)).length}`
}

/**
 * Which control of a field is wrong: the name it has when rows follow each other from nought, as they do
 * once a form is written from its answers, and the code of what is wrong there.
 */
export function cellFaults(field: Field, answer: unknown): Map<string, string> {
  const read = answerSchemaOf(field).safeParse(answer)
  const faults = new Map<string, string>()
  for (const { path, message } of read.error?.issues ?? []) {
    const [first, ...rest] = path
    if (first === undefined) continue
    const start = field.type === 'budget' ? inItsTable(answer, Number(first)) : String(first)
    const name = [nameOf(field.key), start, ...rest.map(String)].join('.')
    if (!faults.has(name)) faults.set(name, isCode(message) ? message : 'invalid')
  }
  return faults
}
