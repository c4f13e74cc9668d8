import { foldText } from '#packages/referentials/text.ts'
import { namesOfPlace } from './telling-words.ts'

export const STATUSES = ['idea', 'planned', 'running', 'done', 'abandoned'] as const
export type ProjectStatus = (typeof STATUSES)[number]

export const VISIBILITIES = ['public', 'team'] as const

/** What the public reads of a budget; each band ends where the next begins. */
export const BANDS = ['under_10k', 'under_50k', 'under_150k', 'under_500k', 'over_500k'] as const
export type BudgetBand = (typeof BANDS)[number]
const ENDS: [BudgetBand, number][] = [
  ['under_10k', 10_000_00],
  ['under_50k', 50_000_00],
  ['under_150k', 150_000_00],
  ['under_500k', 500_000_00],
]

/** The band of a figure, else the one that was said without a figure. */
export function bandOf(project: { budgetCents: number | null; budgetBand: string | null }): string | null {
  const { budgetCents, budgetBand } = project
  if (budgetCents === null) return budgetBand
  return ENDS.find(([, end]) => budgetCents < end)?.[0] ?? 'over_500k'
}

type Located = {
  title: string
  summary: string
  body: string
  results: string
  place: string | null
  partnersThere: { name: string; place: string | null }[]
  funding: { funder: string }[]
}
const PUBLIC_TEXTS = ['title', 'summary', 'body', 'results'] as const

/** Public texts that name what a project told by its country alone must not: the place, a partner, a partner's place. */
export function textsThatLocate(project: Located): string[] {
  const locates = locatesBy(project)
  const funders = project.funding.map(({ funder }) => funder)
  return [
    ...PUBLIC_TEXTS.filter((text) => locates(project[text])),
    ...(locates(...funders) ? ['funding'] : []),
  ]
}

/** Whether texts name the place of a project, a partner or a partner's place, be it by one word of them. */
export function locatesBy({ place, partnersThere }: Pick<Located, 'place' | 'partnersThere'>) {
  const places = [place, ...partnersThere.map((one) => one.place)].flatMap((one) => namesOfPlace(one ?? ''))
  const kept = [...places, ...partnersThere.map(({ name }) => name)]
  const names = kept.flatMap((name) => (name.trim().length >= 3 ? [wordsOf(name)] : []))
  return (...texts: string[]) => texts.some((text) => names.some((name) => wordsOf(text).includes(name)))
}

const wordsOf = (text: string) =>
  ` ${foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** Years a project is of: from its start to its end, or to this year while it runs. */
export function yearsOf(
  project: { startedOn: string | null; endedOn: string | null; status: string },
  today: string,
): number[] {
  if (!project.startedOn) return []
  const first = Number(project.startedOn.slice(0, 4))
  const end = project.endedOn ?? (project.status === 'running' ? today : project.startedOn)
  const last = Math.max(first, Number(end.slice(0, 4)))
  return Array.from({ length: Math.min(last - first, 50) + 1 }, (_, index) => first + index)
}

/** What a project lacks to be public: keys of projects.json, under `lacks`. */
export function lacking(project: {
  visibility: string
  summary: string
  countries: string[]
  sectors: string[]
}): string[] {
  return [
    ...(project.visibility === 'public' ? [] : ['visibility']),
    ...(project.summary ? [] : ['summary']),
    ...(project.countries.length ? [] : ['countries']),
    ...(project.sectors.length ? [] : ['sectors']),
  ]
}
