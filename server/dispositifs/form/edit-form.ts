import { slugify } from '#packages/referentials/text.ts'
import type { Field, FieldType, FormDefinition, Section } from './form.schema.ts'

const CHOSEN: readonly FieldType[] = ['choice', 'choices']

/** A key that nothing of the form bears, from what people read. */
export function freeKey(label: string, taken: ReadonlySet<string>): string {
  const bare = slugify(label).replaceAll('-', '_').slice(0, 50)
  const stem = /^[a-z]/.test(bare) ? bare : `x_${bare}`.slice(0, 50)
  let key = stem === 'constructor' ? 'x_constructor' : stem || 'x'
  for (let nth = 2; taken.has(key); nth++) key = `${stem}_${nth}`
  return key
}

export const fieldKeys = ({ sections }: FormDefinition) =>
  new Set(sections.flatMap(({ fields }) => fields.map(({ key }) => key)))

/** What is one's own in a form that follows a template bears a key apart (`own`). */
export const addSection = (form: FormDefinition, title: Section['title'], own = ''): FormDefinition => {
  const key = freeKey(own + title.fr, new Set(form.sections.map((one) => one.key)))
  return { sections: [...form.sections, { key, title, fields: [] }] }
}

export function addField(
  form: FormDefinition,
  sectionKey: string,
  type: FieldType,
  label: Field['label'],
  own = '',
) {
  const key = freeKey(own + label.fr, fieldKeys(form))
  const choices = CHOSEN.includes(type)
    ? [{ value: 'choix_1', label: { fr: 'Premier choix', en: 'First choice' } }]
    : undefined
  const field: Field = { key, type, label, required: false, ...(choices && { choices }) }
  return { key, form: inSection(form, sectionKey, (fields) => [...fields, field]) }
}

const inSection = (
  form: FormDefinition,
  key: string,
  change: (fields: Field[]) => Field[],
): FormDefinition => ({
  sections: form.sections.map((one) => (one.key === key ? { ...one, fields: change(one.fields) } : one)),
})

export const replaceField = (form: FormDefinition, key: string, field: Field): FormDefinition => ({
  sections: form.sections.map((one) => ({
    ...one,
    fields: one.fields.map((other) => (other.key === key ? field : other)),
  })),
})

export const replaceSection = (form: FormDefinition, key: string, section: Omit<Section, 'fields'>) => ({
  sections: form.sections.map((one) => (one.key === key ? { ...section, fields: one.fields } : one)),
})

export const removeField = (form: FormDefinition, key: string): FormDefinition => ({
  sections: form.sections.map((one) => ({ ...one, fields: one.fields.filter((field) => field.key !== key) })),
})

export const removeSection = (form: FormDefinition, key: string): FormDefinition => ({
  sections: form.sections.filter((one) => one.key !== key),
})

export function swapped<One>(all: readonly One[], at: number, by: -1 | 1): One[] {
  const other = at + by
  if (at < 0 || other < 0 || other >= all.length) return [...all]
  return all.with(at, all[other]!).with(other, all[at]!)
}

export const moveSection = ({ sections }: FormDefinition, key: string, by: -1 | 1): FormDefinition => ({
  sections: swapped(
    sections,
    sections.findIndex((one) => one.key === key),
    by,
  ),
})

/** One place up or down; at the edge of its section, into the one beside it. */
export function moveField(form: FormDefinition, key: string, by: -1 | 1): FormDefinition {
  const { sections } = form
  const at = sections.findIndex(({ fields }) => fields.some((one) => one.key === key))
  const here = sections[at]
  if (!here) return form
  const index = here.fields.findIndex((one) => one.key === key)
  const isEdge = by < 0 ? index === 0 : index === here.fields.length - 1
  if (!isEdge) return inSection(form, here.key, (fields) => swapped(fields, index, by))
  const beside = sections[at + by]
  if (!beside) return form
  const field = here.fields[index]!
  return inSection(removeField(form, key), beside.key, (fields) =>
    by < 0 ? [...fields, field] : [field, ...fields],
  )
}
