import {
  addField,
  addSection,
  moveField,
  moveSection,
  removeField,
  removeSection,
  replaceField,
  replaceSection,
} from '#server/dispositifs/form/edit-form.ts'
import { FIELD_TYPES, type Field, type FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { discardDraft, editDraft } from '#server/dispositifs/revision/draft.server.ts'
import { getDraft } from '#server/dispositifs/revision/get-workshop.server.ts'
import { publishRevision } from '#server/dispositifs/revision/publish-revision.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { both, readField, readSection, type Typed, typedIn } from './read-field.ts'

export type Handled = { to: string } | { faults: Record<string, string>; typed: Typed; at: string } | null

/** Fields that stand before one, or before a section: a condition may look at them. */
export function earlierThan({ sections }: FormDefinition, key: string): Field[] {
  const earlier: Field[] = []
  for (const section of sections) {
    if (section.key === key) return earlier
    for (const field of section.fields) {
      if (field.key === key) return earlier
      earlier.push(field)
    }
  }
  return earlier
}

/** Before the keys of what is added to a template: it never meets what the template adds later. */
export const OWN = 'ici_'

/** What the pages of a form's workshop send. */
export async function handleForm(ctx: Context, id: string, form: FormData): Promise<Handled> {
  const seen = String(form.get('vu') ?? '')
  const [act = '', key = ''] = String(form.get('acte') ?? '').split(':')
  const change = (edit: (before: FormDefinition) => FormDefinition) =>
    editDraft(ctx, id, 'form', seen, (before) => ({ content: edit(before), made: null }))
  const typed = typedIn(form)
  switch (act) {
    case 'champ-haut':
    case 'champ-bas':
      await change((before) => moveField(before, key, act === 'champ-haut' ? -1 : 1))
      return { to: `#${key}` }
    case 'rubrique-haut':
    case 'rubrique-bas':
      await change((before) => moveSection(before, key, act === 'rubrique-haut' ? -1 : 1))
      return { to: `#${key}` }
    case 'champ-retirer':
      await change((before) => removeField(before, key))
      return { to: '?fait=retire' }
    case 'rubrique-retirer':
      await change((before) => removeSection(before, key))
      return { to: '?fait=retire' }
    case 'rubrique-ajouter': {
      const title = both(typed, 'title')
      if (!title.fr || title.fr.length > 200)
        return { at: 'rubrique', typed, faults: { title_fr: title.fr ? 'too_long' : 'missing' } }
      await editDraft(ctx, id, 'form', seen, (before, follows) => ({
        content: addSection(before, title, follows ? OWN : ''),
        made: null,
      }))
      return { to: '?fait=ajoute' }
    }
    case 'champ-ajouter': {
      const label = both(typed, 'label')
      const type = FIELD_TYPES.find((one) => one === typed.type)
      if (!label.fr || label.fr.length > 300 || !type)
        return { at: `ajouter:${key}`, typed, faults: { label_fr: label.fr ? 'too_long' : 'missing' } }
      const made = await editDraft(ctx, id, 'form', seen, (before, follows) => {
        const added = addField(before, key, type, label, follows ? OWN : '')
        return { content: added.form, made: added.key }
      })
      return { to: `?champ=${made}&fait=ajoute#modifier` }
    }
    case 'champ':
    case 'rubrique':
      return saveOne(ctx, id, seen, act, key, typed)
    case 'publier':
      await publishRevision(ctx, id, 'form', { seen, note: typed.note ?? '' })
      return { to: '?fait=publie' }
    case 'abandonner':
      await discardDraft(ctx, id, 'form')
      return { to: '?fait=abandonne' }
    default:
      return null
  }
}

async function saveOne(
  ctx: Context,
  id: string,
  seen: string,
  what: 'champ' | 'rubrique',
  key: string,
  typed: Typed,
): Promise<Handled> {
  const { content } = await getDraft(ctx, id, 'form')
  const earlier = earlierThan(content, key)
  const section = content.sections.find((one) => one.key === key)
  const field = content.sections.flatMap(({ fields }) => fields).find((one) => one.key === key)
  if (what === 'rubrique') {
    if (!section) return null
    const { made, faults } = readSection(typed, section, earlier)
    if (!made) return { at: `rubrique:${key}`, typed, faults }
    await editDraft(ctx, id, 'form', seen, (before) => ({
      content: replaceSection(before, key, made),
      made: null,
    }))
    return { to: `?fait=retenu#${key}` }
  }
  if (!field) return null
  const { made, faults } = readField(typed, field, earlier)
  if (!made) return { at: `champ:${key}`, typed, faults }
  await editDraft(ctx, id, 'form', seen, (before) => ({
    content: replaceField(before, key, made),
    made: null,
  }))
  return { to: `?fait=retenu#${key}` }
}
