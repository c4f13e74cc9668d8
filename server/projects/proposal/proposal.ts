import type { ProjectInput } from '../project/project.schema.ts'

/** What a member says of a project; who holds it with them, and who reads it, stay the team's to write. */
export const MEMBER_FIELDS = [
  'title',
  'summary',
  'status',
  'startedOn',
  'endedOn',
  'partnersThere',
  'countries',
  'countryOnly',
  'place',
  'lat',
  'lon',
  'sectors',
  'sdgs',
  'body',
  'results',
  'budgetCents',
  'budgetBand',
  'funding',
] as const satisfies (keyof ProjectInput)[]
export type MemberField = (typeof MEMBER_FIELDS)[number]

/** Fields that mean nothing apart: they are proposed together, and one answer is given to both. */
const TOGETHER = { dates: ['startedOn', 'endedOn'], point: ['lat', 'lon'] } satisfies Record<
  string,
  MemberField[]
>
type Pair = keyof typeof TOGETHER
/** What is answered of a proposal: a field, or fields that go together. */
export type Decided = Exclude<MemberField, (typeof TOGETHER)[Pair][number]> | Pair

export const decidedBy = (field: string): Decided =>
  (Object.keys(TOGETHER) as Pair[]).find((pair) => (TOGETHER[pair] as string[]).includes(field)) ??
  (field as Decided)
export const fieldsOf = (decided: Decided): MemberField[] =>
  decided in TOGETHER ? TOGETHER[decided as Pair] : [decided as MemberField]
export const decidedIn = (changes: ProjectChanges) => [...new Set(changedFields(changes).map(decidedBy))]

export type ProjectChanges = Partial<Pick<ProjectInput, MemberField>>

/** The database keeps the keys of an object in an order of its own. */
const inOrder = (value: unknown) =>
  JSON.stringify(value ?? null, (_, one) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
const same = (one: unknown, other: unknown) => inOrder(one) === inOrder(other)

export const changedFields = (changes: ProjectChanges) => MEMBER_FIELDS.filter((field) => field in changes)

/** The fields of `after` that differ from `before`; without a project yet, all of them. */
export function projectChanges(before: ProjectInput | null, after: ProjectInput): ProjectChanges {
  const changed = MEMBER_FIELDS.filter(
    (field) => !before || fieldsOf(decidedBy(field)).some((one) => !same(before[one], after[one])),
  )
  return Object.fromEntries(changed.map((field) => [field, after[field]]))
}

/** Of the project, only what the changes touch. */
export const projectBase = (now: ProjectInput | null, changes: ProjectChanges): ProjectChanges =>
  now ? Object.fromEntries(changedFields(changes).map((field) => [field, now[field]])) : {}

/** `new` is to be taken, `done` is already so, `conflict` was changed otherwise by somebody else meanwhile. */
export type ProjectFieldState = 'new' | 'done' | 'conflict'

type Compared = { base: ProjectChanges; proposed: ProjectChanges; now: ProjectInput | null }

export function projectFieldState(decided: Decided, { base, proposed, now }: Compared): ProjectFieldState {
  if (!now) return 'new'
  const fields = fieldsOf(decided).filter((field) => field in proposed)
  if (fields.every((field) => same(proposed[field], now[field]))) return 'done'
  return fields.every((field) => same(base[field], now[field])) ? 'new' : 'conflict'
}

/** What the people of a holder that does not lead read of it: amounts are the team's and the lead's to know. */
export function withoutAmounts<T extends ProjectChanges>(said: T): T {
  const funding = said.funding?.map(({ funder }) => ({ funder, amountCents: null }))
  return { ...said, ...('budgetCents' in said && { budgetCents: null }), ...(funding && { funding }) }
}

/**
 * What they give, with the amounts they were not shown. A funder keeps its own, in its place or moved, once each
 * when it stands twice; renamed in its place, it keeps it too.
 */
export function withAmountsOf(now: ProjectInput, given: ProjectInput): ProjectInput {
  const left = new Set(now.funding)
  const take = (one: ProjectInput['funding'][number] | undefined) => {
    if (!one || !left.delete(one)) return undefined
    return one.amountCents
  }
  const there = given.funding.map(({ funder }, at) =>
    now.funding[at]?.funder === funder ? take(now.funding[at]) : undefined,
  )
  const moved = given.funding.map(({ funder }, at) =>
    there[at] === undefined ? take([...left].find((one) => one.funder === funder)) : there[at],
  )
  const inPlace = given.funding.length === now.funding.length
  const funding = given.funding.map(({ funder }, at) => ({
    funder,
    amountCents: (moved[at] === undefined && inPlace ? take(now.funding[at]) : moved[at]) ?? null,
  }))
  const { budgetCents } = now
  return {
    ...given,
    funding,
    budgetCents,
    budgetBand: budgetCents === null ? given.budgetBand : now.budgetBand,
  }
}
