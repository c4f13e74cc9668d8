import { type Day, dayAfter, type Period } from './days.ts'
import { nameKey } from './names.ts'

/** The part of a network that can contradict itself although each field is well written. */
type Claims = {
  kind: 'regional' | 'conference'
  status: 'active' | 'to_confirm'
  names: ({ name: string } & Period)[]
  aliases: string[]
  acronym?: string | undefined
  region: string | null
  departments: string[]
  antennas: { department: string; main: boolean }[]
  colleges: ({ key: string } & Period)[]
  missions: { key: string }[]
  modules: string[]
  conferenceMembership: { from: Day; to?: Day | undefined }[]
}
export type Contradiction = { path: (string | number)[]; message: string }

export function contradictions(network: Claims): Contradiction[] {
  return [
    ...inPlaceAndTime(network),
    ...inNames(network),
    ...repeated('departments', network.departments),
    ...repeated('modules', network.modules),
    ...repeated('colleges', keysOf(network.colleges), 'key'),
    ...repeated('missions', keysOf(network.missions), 'key'),
  ]
}

function* inPlaceAndTime({ kind, region, departments, antennas, ...rest }: Claims): Generator<Contradiction> {
  if (kind === 'regional') {
    if (region === null) yield { path: ['region'], message: 'is needed for a regional network' }
    if (!departments.length) yield { path: ['departments'], message: 'must list at least one département' }
    for (const [at, { department }] of antennas.entries())
      if (!departments.includes(department))
        yield {
          path: ['antennas', at, 'department'],
          message: `${department} is not one of the network's départements`,
        }
  } else {
    if (region !== null) yield { path: ['region'], message: 'must be null for the conference' }
    if (departments.length) yield { path: ['departments'], message: 'must be empty for the conference' }
    if (rest.conferenceMembership.length)
      yield { path: ['conferenceMembership'], message: 'the conference is not a member of itself' }
  }
  if (antennas.length && antennas.filter(({ main }) => main).length !== 1)
    yield { path: ['antennas'], message: 'exactly one antenna must be the main one' }
  yield* backwards('colleges', rest.colleges)
  yield* backwards('conferenceMembership', rest.conferenceMembership)
  for (const [at, { from }] of rest.conferenceMembership.entries()) {
    const before = rest.conferenceMembership[at - 1]
    if (before && (before.to === undefined || before.to >= from))
      yield {
        path: ['conferenceMembership', at, 'from'],
        message: 'must come after the end of the one before',
      }
  }
}

function* inNames({ names, aliases, acronym }: Claims): Generator<Contradiction> {
  yield* backwards('names', names)
  for (const [at, { from, to }] of names.entries()) {
    const before = names[at - 1]
    if (before?.to && from !== dayAfter(before.to))
      yield {
        path: ['names', at, 'from'],
        message: `must be ${dayAfter(before.to)}, the day after the last name`,
      }
    const last = at === names.length - 1
    if (last && to)
      yield { path: ['names', at, 'to'], message: 'the last name is the current one: it has no end' }
    if (!last && !to) yield { path: ['names', at, 'to'], message: 'is needed: another name follows' }
  }
  const taken = new Set([...names.map(({ name }) => name), ...(acronym ? [acronym] : [])].map(nameKey))
  for (const [at, alias] of aliases.entries()) {
    if (taken.has(nameKey(alias)))
      yield { path: ['aliases', at], message: `"${alias}" already stands among the names or aliases` }
    taken.add(nameKey(alias))
  }
}

function* backwards(list: string, periods: Period[]): Generator<Contradiction> {
  for (const [at, { from, to }] of periods.entries())
    if (from && to && from > to) yield { path: [list, at, 'to'], message: `${to} comes before ${from}` }
}

function* repeated(list: string, values: string[], field?: string): Generator<Contradiction> {
  for (const [at, value] of values.entries())
    if (values.indexOf(value) < at)
      yield { path: field ? [list, at, field] : [list, at], message: `"${value}" is written twice` }
}

function keysOf(entries: { key: string }[]): string[] {
  return entries.map(({ key }) => key)
}
