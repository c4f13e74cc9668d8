import { swapped } from '#server/dispositifs/form/edit-form.ts'
import { discardDraft, editDraft } from '#server/dispositifs/revision/draft.server.ts'
import { getDraft } from '#server/dispositifs/revision/get-workshop.server.ts'
import { publishRevision } from '#server/dispositifs/revision/publish-revision.server.ts'
import type { Rule } from '#server/dispositifs/rule/rule.schema.ts'
import type { Context } from '#server/kernel/context.ts'
import { type Handled, OWN } from './handle-form.server.ts'
import { typedIn } from './read-field.ts'
import { newKey, readRule } from './read-rule.server.ts'

/** What the pages of the workshop of rules send. A rule without a key yet is a new one. */
export async function handleRules(ctx: Context, id: string, form: FormData): Promise<Handled> {
  const seen = String(form.get('vu') ?? '')
  const [act = '', key = ''] = String(form.get('acte') ?? '').split(':')
  const change = (edit: (before: Rule[]) => Rule[]) =>
    editDraft(ctx, id, 'rules', seen, (before) => ({ content: edit(before), made: null }))
  const typed = typedIn(form)
  switch (act) {
    case 'regle': {
      const [rules, written] = [await getDraft(ctx, id, 'rules'), await getDraft(ctx, id, 'form')]
      const at = rules.content.findIndex((one) => one.key === key)
      const lists = {
        documents: form.getAll('documents').map(String),
        kinds: form.getAll('kinds').map(String),
      }
      const named = at < 0 ? newKey(rules.content, (rules.locked ? OWN : '') + (typed.kind ?? '')) : key
      const { made, faults } = readRule(typed, lists, named, written.content)
      if (!made) return { at: `regle:${key}`, typed: { ...typed, ...joined(lists) }, faults }
      await change((before) => (at < 0 ? [...before, made] : before.with(at, made)))
      return { to: `?fait=retenu#${made.key}` }
    }
    case 'regle-haut':
    case 'regle-bas':
      await change((before) =>
        swapped(
          before,
          before.findIndex((one) => one.key === key),
          act === 'regle-haut' ? -1 : 1,
        ),
      )
      return { to: `#${key}` }
    case 'regle-retirer':
      await change((before) => before.filter((one) => one.key !== key))
      return { to: '?fait=retire' }
    case 'publier':
      await publishRevision(ctx, id, 'rules', { seen, note: typed.note ?? '' })
      return { to: '?fait=publie' }
    case 'abandonner':
      await discardDraft(ctx, id, 'rules')
      return { to: '?fait=abandonne' }
    default:
      return null
  }
}

const joined = (lists: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(lists).map(([name, values]) => [`${name}[]`, values.join(' ')]))
