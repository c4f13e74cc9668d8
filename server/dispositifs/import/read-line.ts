import type { ImportColumn, LineFault } from '#db/schema/dispositifs/import.ts'
import type { Answers } from '../form/answer.schema.ts'
import { answerSchemaOf } from '../form/answer.schema.ts'
import { isAnswerFault } from '../form/answer-faults.ts'
import { withSaid } from './at-target.ts'
import { readCell } from './read-cell.ts'
import { OF_HOLDER, type Target } from './targets.ts'

export type { LineFault }
export type Given = Record<string, unknown>

/** What one line says, by target, and the cells that are not believed. */
export function readLine(
  columns: readonly ImportColumn[],
  targets: ReadonlyMap<string, Target>,
  cells: readonly string[],
): { given: Given; faults: LineFault[] } {
  const given: Given = {}
  const faults: LineFault[] = []
  const from = new Map<string, { heading: string; value: string }>()
  const wrong = (target: string, why: string) => {
    const { heading, value } = from.get(target) ?? { heading: '', value: '' }
    faults.push({ target, heading, value: value.slice(0, 200), why })
  }
  columns.forEach(({ heading, field }, at) => {
    const target = field === null ? undefined : targets.get(field)
    if (!target) return
    from.set(target.key, { heading, value: cells[at] ?? '' })
    const read = readCell(target, cells[at] ?? '')
    if (!read) return
    if ('fault' in read) wrong(target.key, read.fault)
    else given[target.key] = read.value
  })
  if (!given.number && !faults.some(({ target }) => target === 'number')) wrong('number', 'number_missing')
  if (typeof given.status === 'string') given.status = given.status.slice(0, 120)
  for (const [target, why] of answerFaults(given, targets)) wrong(target, why)
  return { given, faults }
}

/** Field by field, with all that the line says of it: a period that ends before it begins is one fault. */
function answerFaults(given: Given, targets: ReadonlyMap<string, Target>): [string, string][] {
  const said = Object.keys(given).flatMap((key) => targets.get(key) ?? [])
  const answers = said.reduce<Answers>((all, target) => withSaid(all, target, given[target.key]), {})
  const seen = new Set<string>()
  return said.flatMap(({ key, field }): [string, string][] => {
    if (!field || seen.has(field.key)) return []
    seen.add(field.key)
    const read = answerSchemaOf(field).safeParse(answers[field.key])
    if (read.success) return []
    const code = read.error.issues[0]?.message ?? ''
    return [[key, isAnswerFault(code) ? code : 'invalid']]
  })
}

/** Without what says whose it is: that is looked for, not written. */
export const ofDossier = (given: Given): Given =>
  Object.fromEntries(Object.entries(given).filter(([key]) => key !== 'number' && !OF_HOLDER.includes(key)))
