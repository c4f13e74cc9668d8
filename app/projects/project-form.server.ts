import { countriesOf, countryName, ZONES, zoneLabel } from '#packages/referentials/countries.ts'
import { KINDS, kindLabel } from '#packages/referentials/kinds.ts'
import { SDGS } from '#packages/referentials/sdgs.ts'
import { SECTORS } from '#packages/referentials/sectors.ts'
import { organisationLabels, organisationsMeant } from '#server/crm/public.ts'
import type { Context } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { bandLabel, statusLabel } from '#server/projects/listing/facet-labels.ts'
import type { ProjectRecord } from '#server/projects/project/get-project.server.ts'
import { type ProjectInput, projectInput } from '#server/projects/project/project.schema.ts'
import { BANDS, STATUSES } from '#server/projects/project/project.ts'
import type { Locale } from '../i18n.ts'
import type { Choice, ChoiceGroup } from '../ui/choice-search.ts'
import { readCents, writeCents } from '../ui/money.ts'
import { readDate } from '../ui/read-date.ts'
import { type Faults, type FormValues, LISTS, ROWS, TEXTS } from './project-form-values.ts'

/** What was typed, as it was typed: given back untouched when something is refused. */
export function valuesOf(form: FormData): FormValues {
  const one = (name: string) => String(form.get(name) ?? '')
  const all = (name: string) => form.getAll(name).map(String)
  // Without script several organisations are the lines of one text.
  const lines = (name: string) =>
    all(name).flatMap((text) => (name === 'holders' || name === 'partnersHere' ? text.split('\n') : [text]))
  const texts = TEXTS.map((name) => [name, one(name)])
  const lists = LISTS.map((name) => [
    name,
    lines(name)
      .map((line) => line.trim())
      .filter(Boolean),
  ])
  const rows = Object.entries(ROWS).map(([name, cells]) => {
    const columns = cells.map(all)
    return [name, columns[0]!.map((_, index) => columns.map((column) => column[index] ?? ''))]
  })
  return { ...Object.fromEntries([...texts, ...lists, ...rows]), countryOnly: form.has('countryOnly') }
}

export const emptyValues = (): FormValues => ({
  ...valuesOf(new FormData()),
  status: 'planned',
  visibility: 'public',
})

export async function valuesOfProject(ctx: Context, record: ProjectRecord): Promise<FormValues> {
  const labels = await organisationLabels(
    ctx,
    [...record.holders, ...record.partnersHere].map(({ id }) => id),
  )
  return {
    ...valuesOfInput({ ...record, holders: [], partnersHere: [] }, ctx.locale),
    holders: record.holders.map(({ id, name }) => labels.get(id) ?? name),
    partnersHere: record.partnersHere.map(({ id, name }) => labels.get(id) ?? name),
  }
}

type Given = Omit<ProjectInput, 'status' | 'visibility' | 'budgetBand'> & {
  status: string
  visibility: string
  budgetBand: string | null
}

/** A project as its form shows it; the organisations around it are named elsewhere. */
export function valuesOfInput(record: Given, locale: Locale): FormValues {
  const money = (cents: number | null) => (cents === null ? '' : writeCents(cents, locale))
  return {
    title: record.title,
    summary: record.summary,
    body: record.body,
    place: record.place ?? '',
    point: record.lat === null || record.lon === null ? '' : `${record.lat}, ${record.lon}`,
    startedOn: record.startedOn ?? '',
    endedOn: record.endedOn ?? '',
    status: record.status,
    budget: money(record.budgetCents),
    budgetBand: record.budgetBand ?? '',
    results: record.results,
    visibility: record.visibility,
    countryOnly: record.countryOnly,
    holders: [],
    partnersHere: [],
    countries: record.countries,
    sectors: record.sectors,
    sdgs: record.sdgs.map(String),
    partnersThere: record.partnersThere.map(({ name, kind, place, country }) => [
      name,
      kind ?? '',
      place ?? '',
      country ?? '',
    ]),
    funding: record.funding.map(({ funder, amountCents }) => [funder, money(amountCents)]),
  }
}

export type ReadForm = { input: ProjectInput; faults: null } | { input: null; faults: Faults }

/** Who holds it and takes part is looked up by name, unless it is not the form's to say. */
export async function readForm(
  ctx: Context,
  values: FormValues,
  around?: Pick<ProjectInput, 'holders' | 'partnersHere'>,
): Promise<ReadForm> {
  const faults: Faults = {}
  const { budget, budgetBand, place, point, startedOn, endedOn, countryOnly, ...plain } = values
  const read = {
    ...plain,
    countryOnly,
    place: place || null,
    ...pointOf(point, faults),
    startedOn: dayOf('startedOn', startedOn, faults),
    endedOn: dayOf('endedOn', endedOn, faults),
    budgetCents: centsOf('budget', budget, faults),
    budgetBand: budgetBand || null,
    holders: around?.holders ?? (await idsOf(ctx, 'holders', values.holders, faults)),
    partnersHere: around?.partnersHere ?? (await idsOf(ctx, 'partnersHere', values.partnersHere, faults)),
    // A line left empty is no partner.
    partnersThere: filled(values.partnersThere).map(([name, kind, there, country]) => ({
      name,
      kind: kind || null,
      place: there || null,
      country: country || null,
    })),
    funding: filled(values.funding).map(([funder, amount]) => ({
      funder,
      amountCents: centsOf('funding', amount ?? '', faults),
    })),
  }
  const parsed = projectInput.safeParse(read)
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const field = path[0] === 'lat' || path[0] === 'lon' ? 'point' : (path[0] as keyof FormValues)
      faults[FIELDS[field] ?? field] ??= { code: message }
    }
  }
  return parsed.success && Object.keys(faults).length === 0
    ? { input: parsed.data, faults: null }
    : { input: null, faults }
}

const FIELDS: Record<string, keyof FormValues> = { budgetCents: 'budget' }

type Said = { field: keyof FormValues; fault: string }

/** What only the database can judge, as a fault of its field; anything else is thrown on. */
export function faultOf(error: unknown): Faults {
  if (!(error instanceof DomainError)) throw error
  const { field, fault, faults } = error.details as Partial<Said> & { faults?: Said[] }
  const said = faults ?? (field && fault ? [{ field, fault }] : [])
  if (said.length === 0) throw error
  return Object.fromEntries(said.map((one) => [FIELDS[one.field] ?? one.field, { code: one.fault }]))
}

const filled = (rows: string[][]) => rows.filter((cells) => cells.some((cell) => cell.trim()))

function dayOf(field: 'startedOn' | 'endedOn', text: string, faults: Faults): string | null {
  if (!text.trim()) return null
  const day = readDate(text)
  if (!day) faults[field] = { code: 'not_a_day' }
  return day
}

function centsOf(field: 'budget' | 'funding', text: string, faults: Faults): number | null {
  if (!text.trim()) return null
  const cents = readCents(text)
  if (cents === null || cents < 0) faults[field] = { code: 'amount' }
  return cents
}

/** « 6.9, 0.63 », as maps give it. */
function pointOf(text: string, faults: Faults): { lat: number | null; lon: number | null } {
  if (!text.trim()) return { lat: null, lon: null }
  const [, lat, lon] = text.trim().match(/^(-?\d{1,3}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)$/) ?? []
  if (lat === undefined) {
    faults.point = { code: 'point' }
    return { lat: null, lon: null }
  }
  return { lat: Number(lat), lon: Number(lon) }
}

async function idsOf(ctx: Context, field: 'holders' | 'partnersHere', written: string[], faults: Faults) {
  const meant = await organisationsMeant(ctx, written)
  const unknown = written.filter((_, at) => meant[at]!.fault === 'organisation_unknown')
  const homonyms = meant.flatMap((one) => (one.fault === 'organisation_ambiguous' ? one.choices : []))
  if (unknown.length) faults[field] = { code: 'organisation_unknown', choices: unknown }
  else if (homonyms.length)
    faults[field] = { code: 'organisation_ambiguous', choices: homonyms.map(({ label }) => label) }
  return meant.flatMap(({ id }) => id ?? [])
}

/** The choices a form offers, in the reader's language. */
export function formChoices(locale: Locale) {
  const collator = new Intl.Collator(locale)
  const byLabel = (a: Choice, b: Choice) => collator.compare(a.label, b.label)
  const groups = ZONES.map(({ key }) => ({
    key,
    label: zoneLabel(key, locale),
    choices: countriesOf(key)
      .map(({ code }) => ({ value: code, label: countryName(code, locale) }))
      .sort(byLabel),
  }))
  const codes = new Set(groups.flatMap(({ choices }) => choices.map(({ value }) => value)))
  return {
    countries: groups,
    everyCountry: [...codes].map((code) => ({ value: code, label: countryName(code, locale) })).sort(byLabel),
    kinds: KINDS.map(({ key }) => ({ value: key as string, label: kindLabel(key, locale) })),
    sectors: whole(SECTORS.map((sector) => ({ value: sector.key as string, label: sector[locale] }))),
    sdgs: whole(SDGS.map((sdg) => ({ value: String(sdg.number), label: `${sdg.number}. ${sdg[locale]}` }))),
    statuses: STATUSES.map((value) => ({ value: value as string, label: statusLabel(value, locale) })),
    bands: BANDS.map((value) => ({ value: value as string, label: bandLabel(value, locale) })),
  }
}

const whole = (choices: Choice[]): ChoiceGroup[] => [{ key: 'all', choices }]
