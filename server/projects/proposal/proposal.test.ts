import { expect, it } from 'vitest'
import type { ProjectInput } from '../project/project.schema.ts'
import { withAmountsOf } from './proposal.ts'

type Funding = [funder: string, amountCents: number | null][]
const project = (funding: Funding) =>
  ({
    budgetCents: 90,
    budgetBand: 'small',
    funding: funding.map(([funder, amountCents]) => ({ funder, amountCents })),
  }) as unknown as ProjectInput
const kept = (now: Funding, given: string[]) =>
  withAmountsOf(project(now), project(given.map((funder) => [funder, null]))).funding.map(
    ({ amountCents }) => amountCents,
  )

it.each<[string, Funding, string[], (number | null)[]]>([
  [
    'as it is',
    [
      ['Région', 10],
      ['Ville', 5],
    ],
    ['Région', 'Ville'],
    [10, 5],
  ],
  [
    'in another order',
    [
      ['Région', 10],
      ['Ville', 5],
    ],
    ['Ville', 'Région'],
    [5, 10],
  ],
  [
    'twice the same',
    [
      ['Région', 10],
      ['Région', 5],
    ],
    ['Région', 'Région'],
    [10, 5],
  ],
  [
    'twice the same, moved',
    [
      ['Ville', 1],
      ['Région', 10],
      ['Région', 5],
    ],
    ['Région', 'Région', 'Ville'],
    [5, 10, 1],
  ],
  [
    'renamed in its place',
    [
      ['Region', 10],
      ['Ville', 5],
    ],
    ['Région', 'Ville'],
    [10, 5],
  ],
  ['with a new one', [['Région', 10]], ['Région', 'Ville'], [10, null]],
  [
    'one taken out',
    [
      ['Région', 10],
      ['Ville', 5],
    ],
    ['Ville'],
    [5],
  ],
])('a funding plan given back %s keeps the amounts that were not shown', (_, now, given, expected) => {
  const amounts = kept(now, given)
  if (given.filter((one) => one === 'Région').length > 1)
    expect(amounts.toSorted()).toEqual(expected.toSorted())
  else expect(amounts).toEqual(expected)
})
