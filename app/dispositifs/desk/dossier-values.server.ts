import { z } from 'zod'
import { organisationLabels, organisationsMeant } from '#server/crm/public.ts'
import { type DossierInput, dossierInput } from '#server/dispositifs/dossier/dossier.schema.ts'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Choice } from '../../ui/choice-search.ts'
import { readForm } from '../form/form-view.server.ts'

const TEXTS = [
  ...(['externalNumber', 'externalStatus', 'assigneeId'] as const),
  ...(['depositedOn', 'depositedTime', 'reason'] as const),
]
const LISTS = ['holders', 'sponsors'] as const
export type DossierValues = Record<(typeof TEXTS)[number], string> &
  Record<(typeof LISTS)[number], string[]> & { deposited: boolean }
export type DossierFaults = Partial<Record<keyof DossierValues, string>>

/** What was typed beside the form, as it was typed. Without script, organisations are lines of one field. */
export function dossierValues(form: FormData): DossierValues {
  const lines = (name: string) =>
    form
      .getAll(name)
      .flatMap((value) => String(value).split('\n'))
      .map((line) => line.trim())
      .filter(Boolean)
  return {
    ...(Object.fromEntries(TEXTS.map((name) => [name, String(form.get(name) ?? '')])) as Record<
      (typeof TEXTS)[number],
      string
    >),
    ...{ holders: lines('holders'), sponsors: lines('sponsors') },
    deposited: form.get('deposited') === 'oui',
  }
}

const isId = (value: string) => z.uuid().safeParse(value).success

type Read = { input: DossierInput; faults: null } | { input: null; faults: DossierFaults }

/** Organisations chosen are ids, those written are names: each name must mean one record. */
export async function readDossierForm(
  ctx: Context,
  values: DossierValues,
): Promise<Read & { known: Choice[] }> {
  const faults: DossierFaults = {}
  const ids: Record<(typeof LISTS)[number], string[]> = { holders: [], sponsors: [] }
  const typed: string[] = []
  for (const name of LISTS) {
    const written = values[name].filter((value) => !isId(value))
    const meant = await organisationsMeant(ctx, written)
    if (meant.some(({ fault }) => fault)) faults[name] = 'organisation_unknown'
    typed.push(...meant.flatMap(({ id }) => id ?? []))
    ids[name] = values[name].flatMap((value) =>
      isId(value) ? value : (meant[written.indexOf(value)]?.id ?? []),
    )
  }
  if (ids.sponsors.length > 1) faults.sponsors ??= 'one_sponsor'
  const known = [...(await organisationLabels(ctx, typed))].map(([value, label]) => ({ value, label }))
  const { externalNumber, externalStatus, assigneeId } = values
  const parsed = dossierInput.safeParse({
    ...{
      externalNumber,
      externalStatus,
      assigneeId,
      holders: ids.holders,
      sponsorId: ids.sponsors[0] ?? null,
    },
  })
  if (!parsed.success)
    for (const { path, message } of parsed.error.issues) {
      const name = path[0] === 'sponsorId' ? 'sponsors' : path[0]
      faults[name as keyof DossierValues] ??= message
    }
  return parsed.success && Object.keys(faults).length === 0
    ? { input: parsed.data, faults: null, known }
    : { input: null, faults, known }
}

/** What somebody may leave for later is no fault of a dossier that is being written. */
const LATER = ['missing', 'unbalanced']

/** The answers of the form that was sent; what could not be read is refused, what is missing is not. */
export async function readAnswers(
  ctx: Context,
  definition: FormDefinition,
  form: FormData,
  before: Record<string, unknown>,
) {
  const read = await readForm(ctx, definition, form, before)
  const wrong = Object.entries(read.faults).filter(([, fault]) => !LATER.includes(fault))
  return { ...read, faults: Object.fromEntries(wrong) as Record<string, string> }
}
