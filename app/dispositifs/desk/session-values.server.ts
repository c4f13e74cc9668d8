import type { SessionPage } from '#server/dispositifs/session/get-session.server.ts'
import { type SessionInput, sessionInput } from '#server/dispositifs/session/session.schema.ts'
import { readCents, writeCents } from '../../ui/money.ts'

const TEXTS = [
  'name',
  'year',
  'opensAt',
  'closesAt',
  'timeZone',
  'actionsFrom',
  'actionsTo',
  'envelope',
  'jury',
  'retentionMonths',
] as const
export type SessionValues = Record<(typeof TEXTS)[number], string> & {
  steps: string[]
  alsoRegions: string[]
}
export type SessionFaults = Partial<Record<keyof SessionValues, string>>

export const sessionValues = (form: FormData): SessionValues => ({
  ...(Object.fromEntries(TEXTS.map((name) => [name, String(form.get(name) ?? '')])) as Record<
    (typeof TEXTS)[number],
    string
  >),
  steps: form.getAll('steps').map(String),
  alsoRegions: form.getAll('alsoRegions').map(String),
})

export const valuesOfSession = (session: SessionPage, locale: string): SessionValues => ({
  name: session.name,
  year: String(session.year),
  opensAt: session.opensThere,
  closesAt: session.closesThere,
  timeZone: session.timeZone,
  actionsFrom: session.actionsFrom ?? '',
  actionsTo: session.actionsTo ?? '',
  envelope: session.envelopeCents === null ? '' : writeCents(session.envelopeCents, locale),
  jury: session.jury,
  retentionMonths: String(session.retentionMonths),
  steps: session.steps,
  alsoRegions: session.alsoRegions,
})

type Read = { input: SessionInput; faults: null } | { input: null; faults: SessionFaults }

/** An amount that cannot be read is refused as typed; browsers send hours with or without seconds. */
export function readSession({ envelope, opensAt, closesAt, ...values }: SessionValues): Read {
  const cents = envelope.trim() === '' ? null : (readCents(envelope) ?? Number.NaN)
  const minutes = (typed: string) => typed.slice(0, 16)
  const parsed = sessionInput.safeParse({
    ...values,
    ...{ opensAt: minutes(opensAt), closesAt: minutes(closesAt), envelopeCents: cents },
  })
  if (parsed.success) return { input: parsed.data, faults: null }
  const faults: SessionFaults = {}
  for (const { path, message } of parsed.error.issues) {
    const name = path[0] === 'envelopeCents' ? 'envelope' : path[0]
    faults[name as keyof SessionValues] ??= message
  }
  return { input: null, faults }
}
