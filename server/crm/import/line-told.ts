import { foldText } from '#packages/referentials/text.ts'
import type { Given } from './given.ts'
import type { Judged } from './judge-line.server.ts'

/** What a line changes of a known record, kept with it when it is checked. People are said by their rank among the line's. */
export type LineChanges = {
  fields: Record<string, { from: unknown; to: unknown }>
  people: { at: number; kind: 'add' | 'change'; fields: string[] }[]
  tags: string[]
}
export type Told = { changes: LineChanges | null; namedOtherwise: boolean }

/** What somebody reads of a line before it is written: what it changes, and whether it calls the record otherwise. */
export function lineTold(judged: Judged, given: Given, known: { name: string } | undefined): Told {
  if (!known || judged.verdict === 'refused') return { changes: null, namedOtherwise: false }
  const namedOtherwise = isOtherName(given.fields.name, known.name)
  if (judged.verdict === 'same') return { changes: null, namedOtherwise }
  const people = judged.people.map((one) => {
    const fields = one.kind === 'add' ? [] : Object.keys({ ...one.person, ...one.position })
    return { at: one.at, kind: one.kind, fields }
  })
  return { changes: { fields: judged.changes, people, tags: judged.tags }, namedOtherwise }
}

/** Another name, beyond its capitals, accents and spaces. */
const isOtherName = (said: unknown, name: string) =>
  typeof said === 'string' && said !== '' && foldText(said) !== foldText(name)
