import { z } from 'zod'
import { organisationLabels, organisationsMeant } from '#server/crm/public.ts'
import type { Context } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { type ActInput, actInput } from '#server/support/act/act.schema.ts'
import { ALL_KINDS, durationText } from '#server/support/act/act.ts'
import type { Act } from '#server/support/act/get-act.server.ts'
import type { Understood } from '#server/support/act/understand-sentence.server.ts'
import type { Choice } from '../ui/choice-search.ts'

const TEXTS = [
  'happenedOn',
  'minutes',
  'kind',
  'channel',
  'topic',
  'projectId',
  'agreed',
  'note',
  'nextStep',
  'nextOn',
] as const

export type ActValues = Record<(typeof TEXTS)[number], string> & { organisations: string[] }
export type ActFaults = Partial<Record<keyof ActValues, string>>

/** What was typed, as it was typed. Without script, organisations are lines of one field. */
export function actValues(form: FormData): ActValues {
  const texts = TEXTS.map((name) => [name, String(form.get(name) ?? '')])
  const organisations = form
    .getAll('organisations')
    .flatMap((value) => String(value).split('\n'))
    .map((line) => line.trim())
    .filter(Boolean)
  return { ...Object.fromEntries(texts), organisations }
}

export const valuesOfAct = (act: Act): ActValues => ({
  happenedOn: act.happenedOn,
  minutes: durationText(act.minutes),
  kind: act.kind,
  channel: act.channel ?? '',
  topic: act.topic,
  projectId: act.projectId ?? '',
  agreed: act.agreed,
  note: act.note,
  nextStep: act.nextStep,
  nextOn: act.nextOn ?? '',
  organisations: act.organisations.map(({ id }) => id),
})

export const valuesUnderstood = (said: Understood, kind: string): ActValues => ({
  ...actValues(new FormData()),
  happenedOn: said.happenedOn,
  minutes: said.minutes ? durationText(said.minutes) : '',
  kind: ALL_KINDS.find((one) => one === kind) ?? said.kind ?? '',
  channel: said.channel ?? '',
  topic: said.topic,
  organisations: said.organisation ? [said.organisation.id] : [],
})

type Read = { input: ActInput; faults: null } | { input: null; faults: ActFaults }

/** Organisations chosen are ids, those written are names: each name must mean one record. */
export async function readAct(ctx: Context, values: ActValues): Promise<Read & { known: Choice[] }> {
  const written = values.organisations.filter((value) => !isId(value))
  const meant = await organisationsMeant(ctx, written)
  const faults: ActFaults = meant.some(({ fault }) => fault) ? { organisations: 'organisation_unknown' } : {}
  const ids = values.organisations.map((value) => (isId(value) ? value : meant[written.indexOf(value)]?.id))
  const chosen = [...new Set(ids.flatMap((id) => id ?? []))]
  const typed = meant.flatMap(({ id }) => id ?? [])
  const known = [...(await organisationLabels(ctx, typed))].map(([value, label]) => ({ value, label }))
  const parsed = actInput.safeParse({ ...values, organisations: chosen })
  if (!parsed.success)
    for (const issue of parsed.error.issues) faults[issue.path[0] as keyof ActValues] ??= issue.message
  return parsed.success && Object.keys(faults).length === 0
    ? { input: parsed.data, faults: null, known }
    : { input: null, faults, known }
}

const isId = (value: string) => z.uuid().safeParse(value).success

const REFUSALS: Record<string, string> = {
  'support.not_of_network': 'gone',
  'support.of_authorities': 'authorities_only',
}

/** What the act refuses once all is written as it should: said at its field, or that somebody saved meanwhile. */
export function refusedAct(error: unknown) {
  if (!(error instanceof DomainError)) return null
  const { status } = error
  if (error.code === 'support.changed_meanwhile')
    return { faults: {} as ActFaults, known: [] as Choice[], overtaken: true, status }
  const said = REFUSALS[error.code]
  if (!said) return null
  const faults: ActFaults = { [error.details.field as keyof ActFaults]: said }
  return { faults, known: [] as Choice[], overtaken: false, status }
}
