import type { Condition, Field, FormDefinition, Section } from '../form/form.schema.ts'
import { type Clash, mergeKeyed } from './merge-keyed.ts'

/** A section without its fields, and a field with where it stands. */
export type Heading = Omit<Section, 'fields'>
export type Placed = Field & { section: string }

export const headingsOf = ({ sections }: FormDefinition): Heading[] =>
  sections.map(({ fields: _, ...heading }) => heading)
export const placedFields = ({ sections }: FormDefinition): Placed[] =>
  sections.flatMap(({ key, fields }) => fields.map((field) => ({ ...field, section: key })))

export type FormMerge = { form: FormDefinition; fields: Clash<Placed>[]; sections: Clash<Heading>[] }

/** A form of three ages in one; a section in which the network still asks something stays, as its own. */
export function mergeForms(base: FormDefinition, ours: FormDefinition, theirs: FormDefinition): FormMerge {
  const headings = mergeKeyed(headingsOf(base), headingsOf(ours), headingsOf(theirs))
  const fields = mergeKeyed(placedFields(base), placedFields(ours), placedFields(theirs))
  const own = new Map(headings.clashes.flatMap(({ how, key, to }) => (how === 'renamed' ? [[key, to]] : [])))
  const theirKeys = new Set(placedFields(theirs).map(({ key }) => key))
  const placed = fields.merged.map((one) =>
    theirKeys.has(one.key) ? one : { ...one, section: own.get(one.section) ?? one.section },
  )
  const there = new Set(headings.merged.map(({ key }) => key))
  const asked = new Set(placed.map(({ section }) => section).filter((key) => !there.has(key)))
  const wanted = [...asked].flatMap(
    (of) => [...headingsOf(ours), ...headingsOf(theirs)].find(({ key }) => key === of) ?? [],
  )
  const kept = wanted.map((heading): Clash<Heading> => {
    return { key: heading.key, how: 'kept', ours: heading, theirs: null, to: heading.key }
  })
  const renamed = new Map(
    fields.clashes.flatMap(({ how, key, to }) => (how === 'renamed' ? [[key, to] as const] : [])),
  )
  const ownKeys = new Set(placed.flatMap(({ key }) => (theirKeys.has(key) ? [] : [key])))
  const sections = [...headings.merged, ...wanted].map((heading) => ({
    ...heading,
    fields: placed
      .filter(({ section }) => section === heading.key)
      .map(({ section: _, ...field }) => (ownKeys.has(field.key) ? followed(field, renamed) : field)),
  }))
  return { form: { sections }, fields: fields.clashes, sections: [...headings.clashes, ...kept] }
}

/** A question of the network's own that depended on one of its own goes on doing so under its new key. */
function followed(field: Field, renamed: ReadonlyMap<string, string>): Field {
  const to = field.showIf && renamed.get(field.showIf.field)
  return to ? { ...field, showIf: { ...field.showIf, field: to } as Condition } : field
}
