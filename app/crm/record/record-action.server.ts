import { data, redirect } from '@remix-run/node'
import { noteInput } from '#server/crm/note/note.schema.ts'
import { deleteNote, editNote, restoreNote, writeNote } from '#server/crm/note/write-note.server.ts'
import { keepOrganisation } from '#server/crm/organisation/keep-organisation.server.ts'
import { publishOrganisation } from '#server/crm/organisation/publish-organisation.server.ts'
import { unpublishOrganisation } from '#server/crm/organisation/unpublish-organisation.server.ts'
import { tagName } from '#server/crm/tag/tag.schema.ts'
import { tagOrganisation, untagOrganisation } from '#server/crm/tag/wear-tag.server.ts'
import { removeTask, restoreTask } from '#server/crm/task/remove-task.server.ts'
import { taskInput } from '#server/crm/task/task.schema.ts'
import { addTask, changeTask, markTask } from '#server/crm/task/write-task.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'

/** What was refused, at which form, and what was typed there. */
export type Refused = {
  form: string
  item: string | null
  faults: Record<string, string>
  typed: Record<string, string>
}
/** Where one goes once it is done: what to say, and the section it was in. */
type Done = { fait?: string; at?: string; note?: string; tache?: string }
type Act = (ctx: StaffContext, id: string, form: FormData) => Promise<Done | Refused>

const text = (form: FormData, name: string) => String(form.get(name) ?? '')
const item = (form: FormData, name: string) => recordId(text(form, name))

/** What the forms of a record send, by intent; each act asks by itself who may. */
const INTENTS: Record<string, Act> = {
  publier: async (ctx, id) => {
    const published = await publishOrganisation(ctx, id).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'crm.hidden_by_keeper') return null
      throw error
    })
    return { fait: published ? 'publiee' : 'masquee' }
  },
  // Asked about a page its own people hid, and confirmed.
  montrer: async (ctx, id) => {
    await publishOrganisation(ctx, id, true)
    return { fait: 'publiee' }
  },
  retirer: async (ctx, id) => {
    await unpublishOrganisation(ctx, id)
    return { fait: 'retiree' }
  },
  noter: (ctx, id, form) => noted(form, async (body) => writeNote(ctx, id, body)),
  corriger_note: (ctx, id, form) => noted(form, async (body) => editNote(ctx, id, item(form, 'note'), body)),
  supprimer_note: async (ctx, id, form) => {
    await deleteNote(ctx, id, item(form, 'note'))
    return { fait: 'note_supprimee', at: 'notes', note: item(form, 'note') }
  },
  remettre_note: async (ctx, id, form) => {
    await restoreNote(ctx, id, item(form, 'note'))
    return { fait: 'note_remise', at: 'notes' }
  },
  ajouter_tache: (ctx, id, form) => tasked(form, async (input) => addTask(ctx, id, input)),
  changer_tache: (ctx, id, form) =>
    tasked(form, async (input) => changeTask(ctx, id, item(form, 'tache'), input)),
  faire: async (ctx, id, form) => {
    await markTask(ctx, id, item(form, 'tache'), true)
    return { at: 'taches' }
  },
  refaire: async (ctx, id, form) => {
    await markTask(ctx, id, item(form, 'tache'), false)
    return { at: 'taches' }
  },
  supprimer_tache: async (ctx, id, form) => {
    await removeTask(ctx, id, item(form, 'tache'))
    return { fait: 'tache_supprimee', at: 'taches', tache: item(form, 'tache') }
  },
  remettre_tache: async (ctx, id, form) => {
    await restoreTask(ctx, id, item(form, 'tache'))
    return { fait: 'tache_remise', at: 'taches' }
  },
  etiqueter: async (ctx, id, form) => {
    const name = tagName.safeParse(text(form, 'etiquette'))
    if (!name.success) return refused(form, { etiquette: name.error.issues[0]!.message }, ['etiquette'])
    await tagOrganisation(ctx, id, name.data)
    return { at: 'etiquettes' }
  },
  desetiqueter: async (ctx, id, form) => {
    await untagOrganisation(ctx, id, item(form, 'etiquette'))
    return { at: 'etiquettes' }
  },
  suivre: async (ctx, id, form) => {
    const who = text(form, 'suivi')
    await keepOrganisation(ctx, id, who === '' ? null : recordId(who))
    return { fait: 'suivi', at: 'suivi' }
  },
}

async function noted(form: FormData, act: (body: string) => Promise<unknown>): Promise<Done | Refused> {
  const body = noteInput.safeParse(text(form, 'texte'))
  if (!body.success) return refused(form, { texte: body.error.issues[0]!.message }, ['texte'])
  await act(body.data)
  return { fait: 'note_enregistree', at: 'notes' }
}

const TASK_FIELDS = { title: 'titre', dueOn: 'echeance', assigneeId: 'pour' } as const

async function tasked(
  form: FormData,
  act: (input: ReturnType<typeof taskInput.parse>) => Promise<unknown>,
): Promise<Done | Refused> {
  const names = Object.entries(TASK_FIELDS)
  const input = taskInput.safeParse(Object.fromEntries(names.map(([key, name]) => [key, text(form, name)])))
  if (input.success) {
    await act(input.data)
    return { fait: 'tache_enregistree', at: 'taches' }
  }
  const faults = input.error.issues.map(({ path, message }) => [
    TASK_FIELDS[path[0] as keyof typeof TASK_FIELDS],
    message,
  ])
  return refused(form, Object.fromEntries(faults), Object.values(TASK_FIELDS))
}

function refused(form: FormData, faults: Record<string, string>, names: readonly string[]): Refused {
  const typed = Object.fromEntries(names.map((name) => [name, text(form, name)]))
  return {
    form: text(form, 'intent'),
    item: text(form, 'note') || text(form, 'tache') || null,
    faults,
    typed,
  }
}

/** Does what a form of the record asks, and leads back to where it stood; an unknown intent is refused. */
export async function recordAction(ctx: StaffContext, rawId: string | undefined, form: FormData) {
  const intent = text(form, 'intent')
  const act = Object.hasOwn(INTENTS, intent) ? INTENTS[intent] : null
  if (!act) throw data(null, { status: 400 })
  const id = recordId(rawId)
  const done = await act(ctx, id, form).catch((error: unknown) => {
    if (!(error instanceof DomainError) || error.code !== 'crm.not_of_the_team') throw error
    return refused(form, { pour: 'not_of_the_team' }, Object.values(TASK_FIELDS))
  })
  if ('faults' in done) return data(done, { status: 422 })
  const { at, ...said } = done
  const query = new URLSearchParams(said)
  const hash = at ? `#${at}` : ''
  return redirect(`/${ctx.network.slug}/bureau/structures/${id}${query.size ? `?${query}` : ''}${hash}`)
}
