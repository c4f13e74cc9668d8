import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { visibleFields } from '#server/dispositifs/form/form.ts'
import type { FilePlan, HeadCounts } from './dispositif-plans.ts'
import { dayAfter, daysBetween } from './dossier-path.ts'
import type { Random } from './random.ts'
import { PLAIN, WRITTEN } from './words/dispositif-answers.ts'
import { FAMILY_NAMES, GIVEN_NAMES } from './words/people-names.ts'

export type Known = {
  id: string
  name: string
  slug: string
  city: string | null
  insee: string | null
  department: string | null
}
export type Around = {
  template: string
  holders: Known[]
  /** Any others of the network: a sponsor, an association of a tandem, a partner. */
  others: Known[]
  actions: [string, string]
}

/** Every field that its form shows, answered as its holder could have; papers apart, which nobody has here. */
export function answersOf(form: FormDefinition, file: FilePlan, around: Around, random: Random) {
  const said: Record<string, unknown> = {
    ...choicesOf(form, random),
    ...known(file, around, random),
    ...BRANCHES,
    ...special(file, around),
  }
  const shown = () => visibleFields(form, said)
  for (const { key, type } of shown())
    if (/_text$/.test(type) && !(key in said)) said[key] = random.pick(WRITTEN[key] ?? PLAIN)
  const keys = new Set(shown().map(({ key }) => key))
  return Object.fromEntries(Object.entries(said).filter(([key]) => keys.has(key)))
}

const BRANCHES: Record<string, unknown> = {
  ...{ axis: 'alone', direction: 'departure', minors: false, association_known: true, mission: true },
  ...{ known: 'visited', available: true, is_joint: false, funding: 'asked' },
}

/** One or two of what a field offers. */
const choicesOf = (form: FormDefinition, random: Random): Record<string, unknown> =>
  Object.fromEntries(
    form.sections.flatMap(({ fields }) =>
      fields.flatMap(({ key, type, choices }) => {
        const values = choices
          ?.map(({ value }) => value)
          .filter((value) => value !== 'none' && value !== 'other')
        if (!values) return []
        return [[key, type === 'choice' ? random.pick(values) : random.some(values, 2)]]
      }),
    ),
  )

/** What makes a file fall, or be let through. */
function special({ end, waived, holders }: FilePlan, { template, holders: whose }: Around) {
  const most = template === 'isi' ? 30 : 25
  return {
    ...(waived && { oldest: most + 1 }),
    ...(end === 'ineligible' && (template === 'isi' ? { oldest: 58 } : { action_days: 4 })),
    ...(holders.length > 1 && { is_joint: true, co_holder: named(whose[1] ?? whose[0]!) }),
  } as Record<string, unknown>
}

const named = ({ id, name }: Known) => ({ id, name })

function known(file: FilePlan, { template, holders, others, actions }: Around, random: Random) {
  const lead = holders[0]!
  const exchange = template === 'jsi' || template === 'vvv_si'
  const youngest = exchange ? random.between(16, 18) : random.between(8, 14)
  return {
    title: file.title,
    seat: { label: lead.city ?? lead.name, insee: lead.insee, department: lead.department, country: 'FR' },
    contact_name: `${random.pick(GIVEN_NAMES)[0]} ${random.pick(FAMILY_NAMES)}`,
    contact_role: random.pick(['Chargée de projet', 'Trésorier', 'Coordinatrice', 'Animateur jeunesse']),
    contact_email: `projets@${lead.slug ?? 'porteuse'}.example`,
    sectors: random.some(['youth', 'global_citizenship', 'education', 'culture', 'environment'], 2),
    sdgs: random.some([4, 5, 10, 12, 13, 16, 17], 2).sort((a, b) => a - b),
    ...countries(file, template),
    where: { label: lead.city ?? lead.name, insee: lead.insee, department: lead.department, country: 'FR' },
    locality: 'Le village du partenaire',
    territory: 'La commune du partenaire et ses environs',
    period: periodOf(actions, exchange ? 15 : 60, template, random),
    ...{ action_days: 11, mission_days: 12, youngest, oldest: youngest + random.between(3, 6) },
    ...{ supervisors: 2, files_in_session: 1, classes: 2, sessions: 6, estimate: 45_000_00 },
    ...(file.counted && { planned: countsOf(file.counted.planned) }),
    ...(exchange && !file.counted && { planned: drawnCounts(random) }),
    sponsor: others[0] ? named(others[0]) : undefined,
    association: named(lead),
    partners: [
      {
        name: 'Association locale des jeunes',
        kind: null,
        place: null,
        country: file.country,
        role: 'Accueil et préparation',
      },
    ],
    schools: schoolsOf(file, lead, random),
    academy: 'Toulouse',
    ...(file.euros > 0 && { requested: file.euros * 100, budget: budgetOf(file.euros * 100, random) }),
  } as Record<string, unknown>
}

const countries = ({ country }: FilePlan, template: string) => {
  const list = country ? [country] : []
  return template === 'isi' ? { abroad: list } : { destination: list, countries: list }
}

/** Twenty tandems and twenty-one schools: one of them joins two. */
const schoolsOf = ({ title }: FilePlan, { city }: Known, random: Random) =>
  (title === 'Correspondances' ? ['Collège', 'École'] : [random.pick(['Collège', 'Lycée', 'École'])]).map(
    (kind) => ({ name: `${kind} des Tilleuls`, kind: null, place: city, country: 'FR', role: null }),
  )

function periodOf([from, to]: [string, string], length: number, template: string, random: Random) {
  if (template === 'tandems') return { from, to }
  const latest = Math.max(0, daysBetween(from, to) - length)
  const start = dayAfter(from, random.between(0, Math.floor(latest / 2)))
  return { from: start, to: dayAfter(start, length) }
}

type Group = readonly [number, number, number]
const group = (counted: Group | undefined) => {
  const [total, girls, boys] = counted ?? [null, null, null]
  return { total, girls, boys, other: null, bands: [] }
}

export const countsOf = ({ french, foreign }: HeadCounts['planned']) => ({
  french: group(french),
  foreign: group(foreign),
})

function drawnCounts(random: Random) {
  const drawn = (): Group => {
    const [girls, boys] = [random.between(3, 6), random.between(3, 6)]
    return [girls + boys, girls, boys]
  }
  return countsOf({ french: drawn(), foreign: drawn() })
}

const EXPENSES = [
  ['travel', 0.4],
  ['accommodation', 0.25],
  ['food', 0.2],
] as const

/** Balanced, the request well under half of it, and volunteer time beside. */
function budgetOf(requested: number, random: Random) {
  const whole = Math.ceil((requested * random.between(22, 28)) / 10 / 100_00) * 100_00
  const spent = EXPENSES.map(([heading, share]) => ({
    heading,
    cents: Math.round((whole * share) / 10_000) * 10_000,
  }))
  const rest = whole - spent.reduce((sum, { cents }) => sum + cents, 0)
  const others = whole - requested
  const region = Math.floor(others / 2 / 10_000) * 10_000
  const income = (funder: string, cents: number, more = {}) => ({
    side: 'income',
    label: '',
    funder,
    cents,
    ...more,
  })
  const expense = (heading: string, cents: number, more = {}) => ({
    side: 'expense',
    label: '',
    heading,
    cents,
    ...more,
  })
  return [
    ...spent.map(({ heading, cents }) => expense(heading, cents)),
    expense('training', rest),
    expense('volunteering', 120_000, { in_kind: true }),
    income('dispositif', requested, { requested: true }),
    income('region', region, { acquired: random.chance(0.5) }),
    income('fundraising', others - region),
    income('volunteering', 120_000, { in_kind: true }),
  ]
}
