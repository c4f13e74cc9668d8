import { type DispositifInput, dispositifInput } from '#server/dispositifs/dispositif/dispositif.schema.ts'
import type { Offer } from '#server/dispositifs/shared-template/offers.server.ts'
import { templateByKey } from '#server/dispositifs/template/templates.ts'
import type { Locale } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'

const TEXTS = [
  'code',
  'name',
  'aliases',
  'summary',
  'body',
  'funder',
  'legalText',
  'contact',
  'intake',
  'intakeUrl',
] as const
export type DispositifValues = Record<(typeof TEXTS)[number], string>
export type DispositifFaults = Partial<Record<keyof DispositifValues, string>>

/** What was typed, as it was typed. */
export const dispositifValues = (form: FormData): DispositifValues =>
  Object.fromEntries(TEXTS.map((name) => [name, String(form.get(name) ?? '')])) as DispositifValues

type Kept = Omit<DispositifInput, 'intakeUrl'> & { intakeUrl: string | null }

export const valuesOfDispositif = (kept: Kept): DispositifValues => ({
  ...(Object.fromEntries(TEXTS.map((name) => [name, String(kept[name] ?? '')])) as DispositifValues),
  aliases: kept.aliases.join('\n'),
})

/** A template of the product is told in the language of who takes it. */
export function valuesOfTemplate(offer: Offer | null, locale: Locale): DispositifValues {
  const blank = { ...dispositifValues(new FormData()), intake: 'here' }
  if (!offer) return blank
  const { code, name, aliases, summary, funder, legalText, intake, intakeUrl } = offer.content
  const ready = offer.network === null ? templateByKey(offer.source) : undefined
  return {
    ...blank,
    ...{ code, funder, legalText, intake, name: ready?.name[locale] ?? name },
    ...{ aliases: aliases.join('\n'), intakeUrl: intakeUrl ?? '' },
    summary: (ready?.summary[locale] ?? summary).slice(0, 600),
  }
}

type Read = { input: DispositifInput; faults: null } | { input: null; faults: DispositifFaults }

export function readDispositif(values: DispositifValues): Read {
  const parsed = dispositifInput.safeParse(values)
  if (parsed.success) return { input: parsed.data, faults: null }
  const faults: DispositifFaults = {}
  for (const { path, message } of parsed.error.issues) faults[path[0] as keyof DispositifValues] ??= message
  return { input: null, faults }
}

/** What an act of this capability refuses, said at its field, or that somebody saved meanwhile. */
export function refusedAct(error: unknown) {
  if (!(error instanceof DomainError) || !error.code.startsWith('dispositifs.')) return null
  const code = error.code.slice('dispositifs.'.length)
  const { field } = error.details as { field?: string }
  const faults: Record<string, string> = field ? { [field]: code } : {}
  return { faults, overtaken: code === 'changed_meanwhile', code, status: error.status }
}
