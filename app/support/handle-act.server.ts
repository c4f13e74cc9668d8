import type { Context } from '#server/kernel/context.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { ALL_KINDS, familyOf } from '#server/support/act/act.ts'
import { completeStep } from '#server/support/act/complete-step.server.ts'
import { logAct } from '#server/support/act/log-act.server.ts'
import { removeAct, restoreAct } from '#server/support/act/remove-act.server.ts'
import { understandSentence } from '#server/support/act/understand-sentence.server.ts'
import { missingOf, shownUnderstanding } from './act-words.server.ts'

/** Where to go, and what was done: said there, or by the palette. */
type Handled = { to: string; done: string | null; act: string | null; text?: string }

/** What small forms send, from the list, a record or the palette. Null: nothing known was asked. */
export async function handleAct(ctx: Context, form: FormData): Promise<Handled | null> {
  const intent = form.get('intent')
  const home = backTo(ctx, form)
  const said = (done: string, act: string) => ({
    to: `${home}${home.includes('?') ? '&' : '?'}fait=${done}&appui=${act}`,
    done,
    act,
  })
  if (intent === 'noter') return note(ctx, form, said)
  const act = () => recordId(String(form.get('appui') ?? ''))
  if (intent === 'supprimer') {
    await removeAct(ctx, act())
    return said('appui-supprime', act())
  }
  if (intent === 'retablir') {
    await restoreAct(ctx, act())
    return said('appui-retabli', act())
  }
  if (intent === 'fait' || intent === 'a-faire') {
    await completeStep(ctx, act(), intent === 'fait')
    return said(intent === 'fait' ? 'suite-faite' : 'suite-attendue', act())
  }
  return null
}

type Say = (done: string, act: string) => Handled

/** A sentence that says all is saved; one that lacks something opens the form with what it says. */
async function note(ctx: Context, form: FormData, said: Say): Promise<Handled> {
  const sentence = String(form.get('phrase') ?? '')
  const structure = form.get('structure') ? recordId(String(form.get('structure'))) : null
  const kindChosen = ALL_KINDS.find((one) => one === form.get('kind')) ?? null
  const understood = await understandSentence(ctx, sentence, structure, kindChosen)
  const { organisation, minutes, happenedOn, channel, kind, topic } = understood
  if (!organisation || !minutes || !kind || missingOf(understood).length > 0) {
    const asked = new URLSearchParams({ phrase: sentence, ...(structure ? { structure } : {}) })
    if (kind) asked.set('kind', kind)
    return { to: `/${ctx.network!.slug}/bureau/appuis/nouveau?${asked}`, done: null, act: null }
  }
  const { id } = await logAct(ctx, {
    organisations: [organisation.id],
    minutes,
    happenedOn,
    channel,
    topic,
    kind,
    family: familyOf(kind),
    projectId: null,
    agreed: '',
    note: '',
    nextStep: '',
    nextOn: null,
  })
  const { pieces } = shownUnderstanding(understood, { locale: ctx.locale, network: ctx.network! })
  return { ...said('appui-note', id), text: [organisation.name, ...pieces].join(' · ') }
}

/** Back on the record it was noted from, else on the list. */
function backTo(ctx: Context, form: FormData): string {
  const desk = `/${ctx.network!.slug}/bureau`
  const structure = form.get('depuis') === 'fiche' ? recordId(String(form.get('structure') ?? '')) : null
  return structure ? `${desk}/structures/${structure}` : `${desk}/appuis`
}
