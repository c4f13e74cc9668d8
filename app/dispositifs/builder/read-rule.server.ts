import { departmentName } from '#packages/referentials/departments.ts'
import { recognise, valuesOf } from '#server/crm/public.ts'
import { freeKey } from '#server/dispositifs/form/edit-form.ts'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { type Rule, rule as ruleSchema } from '#server/dispositifs/rule/rule.schema.ts'
import { both, type Typed } from './read-field.ts'

type Read = { made: Rule; faults: null } | { made: null; faults: Record<string, string> }

const whole = (typed: string | undefined, times = 1): number | null => {
  const bare = (typed ?? '').replace(/[\s\u00a0\u202f€%]/g, '').replace(',', '.')
  return bare === '' ? null : Math.round(Number(bare) * times)
}
const needed = (typed: string | undefined, times = 1) => whole(typed, times) ?? Number.NaN
const day = (typed: string | undefined) => (typed ?? '').trim() || null
const pieces = (typed: string | undefined) =>
  (typed ?? '')
    .split(/[\n,;]/)
    .map((one) => one.trim())
    .filter(Boolean)

/** Documents are those that the form asks for: a rule looks at nothing else. */
export const documentsOf = ({ sections }: FormDefinition) =>
  sections.flatMap(({ fields }) =>
    fields.flatMap(({ key, label, fact }) => (fact === 'document' ? [{ key, label }] : [])),
  )

/** What each kind has of its own; a number that is none is told at its field. */
function ownOf(kind: string, typed: Typed, lists: Record<string, string[]>, form: FormDefinition): object {
  switch (kind) {
    case 'ages':
      return { min: needed(typed.min), max: needed(typed.max) }
    case 'head_count':
      return { of: typed.of, min: whole(typed.min), max: whole(typed.max) }
    case 'budget_share':
      return { maxBasisPoints: needed(typed.share, 100) }
    case 'amount_ceiling': {
      const departments = pieces(typed.departments).map((one) => recogniseDepartment(one))
      const elsewhere = { maxCents: needed(typed.elsewhere, 100), departments }
      return { maxCents: needed(typed.ceiling, 100), elsewhere: typed.elsewhere?.trim() ? elsewhere : null }
    }
    case 'action_dates':
      return { from: day(typed.from), to: day(typed.to) }
    case 'action_days':
      return { min: whole(typed.min), max: whole(typed.max) }
    case 'files_per_holder':
      return { max: needed(typed.max) }
    case 'documents':
      return { documents: documentsOf(form).filter(({ key }) => lists.documents?.includes(key)) }
    case 'countries': {
      const said = valuesOf('countries', typed.countries ?? '')
      return { countries: said.map((one) => recognise('countries', one) ?? one), oda: typed.oda === 'oui' }
    }
    case 'holder_kinds':
      return { kinds: lists.kinds ?? [] }
    default:
      return {}
  }
}

const recogniseDepartment = (typed: string) =>
  typed.match(/^(\d{2,3}|2[abAB])\b/)?.[1]?.toUpperCase() ?? typed

/** A rule as its form was sent. */
export function readRule(
  typed: Typed,
  lists: Record<string, string[]>,
  key: string,
  form: FormDefinition,
): Read {
  const source = {
    text: typed.source ?? '',
    ...(typed.url?.trim() && { url: typed.url.trim() }),
    ...(day(typed.source_from) && { from: day(typed.source_from) }),
    ...(day(typed.source_until) && { until: day(typed.source_until) }),
  }
  const read = ruleSchema.safeParse({
    ...{ key, kind: typed.kind, blocking: typed.blocking === 'oui', why: both(typed, 'why'), source },
    ...ownOf(typed.kind ?? '', typed, lists, form),
  })
  if (read.success) return { made: read.data, faults: null }
  const faults: Record<string, string> = {}
  for (const { path, message } of read.error.issues) faults[fieldOf(path)] ??= known(message)
  return { made: null, faults }
}

const NAMES: Record<string, string> = { maxBasisPoints: 'share', maxCents: 'ceiling' }

function fieldOf(path: PropertyKey[]): string {
  const [first, second] = path.map(String)
  if (first === 'why') return `why_${second ?? 'fr'}`
  if (first === 'source') return second === 'text' ? 'source' : second === 'url' ? 'url' : `source_${second}`
  if (first === 'elsewhere') return second === 'departments' ? 'departments' : 'elsewhere'
  return NAMES[first!] ?? first!
}

/** Zod's own sentences are for nobody. */
const known = (message: string) => (/^[a-z_]+$/.test(message) ? message : 'missing')

const written = (value: number | null | undefined, by = 1) =>
  value === null || value === undefined ? '' : String(value / by).replace('.', ',')

/** A rule as its form shows it. */
export function typedOfRule(rule: Rule): { typed: Typed; lists: Record<string, string[]> } {
  const { kind, why, source, blocking } = rule
  const lists: Record<string, string[]> = {}
  const typed: Typed = {
    ...{ kind, why_fr: why.fr, why_en: why.en, source: source.text, url: source.url ?? '' },
    ...{ source_from: source.from ?? '', source_until: source.until ?? '', blocking: blocking ? 'oui' : '' },
  }
  if ('min' in rule) typed.min = written(rule.min)
  if ('max' in rule) typed.max = written(rule.max)
  if (kind === 'head_count') typed.of = rule.of
  if (kind === 'budget_share') typed.share = written(rule.maxBasisPoints, 100)
  if (kind === 'amount_ceiling') {
    typed.ceiling = written(rule.maxCents, 100)
    typed.elsewhere = written(rule.elsewhere?.maxCents, 100)
    typed.departments =
      rule.elsewhere?.departments.map((code) => `${code} ${departmentName(code)}`).join('\n') ?? ''
  }
  if (kind === 'action_dates') Object.assign(typed, { from: rule.from ?? '', to: rule.to ?? '' })
  if (kind === 'documents') lists.documents = rule.documents.map(({ key }) => key)
  if (kind === 'countries')
    Object.assign(typed, { countries: rule.countries.join(' ; '), oda: rule.oda ? 'oui' : '' })
  if (kind === 'holder_kinds') lists.kinds = rule.kinds
  return { typed, lists }
}

export const newKey = (rules: readonly Rule[], kind: string) =>
  freeKey(kind, new Set(rules.map(({ key }) => key)))
