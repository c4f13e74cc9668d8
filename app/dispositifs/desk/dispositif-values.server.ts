import { type DispositifInput, dispositifInput } from '#server/dispositifs/dispositif/dispositif.schema.ts'
import type { Template } from '#server/dispositifs/template/template.schema.ts'
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

export const valuesOfTemplate = (template: Template | null, locale: Locale): DispositifValues => ({
  ...dispositifValues(new FormData()),
  intake: 'here',
  ...(template
    ? {
        code: template.code,
        name: template.name[locale],
        aliases: template.aliases.join('\n'),
        summary: template.summary[locale].slice(0, 600),
        funder: template.funder,
        legalText: template.legalText ?? '',
        intake: template.intake,
        intakeUrl: template.intakeUrl ?? '',
      }
    : {}),
})

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
