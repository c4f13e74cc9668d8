import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Distribution, distribute, type Instructor, type Question, type ToRead } from './distribute.ts'

const numbered = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index).padStart(4, '0')}`)
const dossier = (id: string, more: Partial<ToRead> = {}): ToRead => ({
  id,
  conflicts: [],
  subjects: [],
  ...more,
})
const instructor = (id: string, more: Partial<Instructor> = {}): Instructor => ({
  ...{ id, expertise: [], most: null },
  ...more,
})
const ask = (question: Partial<Question>) =>
  distribute({ dossiers: [], instructors: [], perDossier: 2, taken: [], ...question })
const spread = ({ loads }: Distribution) =>
  Math.max(...Object.values(loads)) - Math.min(...Object.values(loads))
const readersOf = ({ assignments }: Distribution, id: string) =>
  assignments.filter((pair) => pair.dossier === id).map((pair) => pair.instructor)

/** 38 files and 18 instructors, as FONJEP's year 2025 in Nouvelle-Aquitaine. */
const YEAR_2025 = {
  dossiers: numbered('d', 38).map((id) => dossier(id)),
  instructors: numbered('i', 18).map((id) => instructor(id)),
}

describe('Files given to instructors', () => {
  it('are as many for each: 38 files read twice by 18 people are 4 or 5 for one', () => {
    const given = ask(YEAR_2025)
    expect(given.assignments).toHaveLength(76)
    expect(new Set(Object.values(given.loads))).toEqual(new Set([4, 5]))
    expect(given.short).toEqual([])
    for (const { id } of YEAR_2025.dossiers) expect(new Set(readersOf(given, id)).size).toBe(2)
  })

  it('do not always put the same two people together', () => {
    const couples = YEAR_2025.dossiers.map(({ id }) => readersOf(ask(YEAR_2025), id).join(' '))
    expect(new Set(couples).size).toBeGreaterThan(30)
  })

  it('never go to somebody with a conflict, and stay even around them', () => {
    const barred = YEAR_2025.instructors.slice(0, 9).map(({ id }) => id)
    const dossiers = YEAR_2025.dossiers.map((one, at) =>
      at < 10 ? dossier(one.id, { conflicts: barred }) : one,
    )
    const given = ask({ ...YEAR_2025, dossiers })
    const wrong = given.assignments.filter(
      (pair) => barred.includes(pair.instructor) && pair.dossier < dossiers[10]!.id,
    )
    expect(wrong).toEqual([])
    expect(spread(given)).toBeLessThanOrEqual(1)
  })

  it('go rather to who knows their subject, without loading anybody more', () => {
    const subjects = ['water', 'culture', 'health']
    const given = ask({
      dossiers: numbered('d', 30).map((id, at) => dossier(id, { subjects: [subjects[at % 3]!] })),
      instructors: numbered('i', 9).map((id, at) => instructor(id, { expertise: [subjects[at % 3]!] })),
    })
    const known = given.assignments.filter(
      (pair) => Number(pair.dossier.slice(1)) % 3 === Number(pair.instructor.slice(1)) % 3,
    )
    expect(spread(given)).toBeLessThanOrEqual(1)
    expect(known.length).toBeGreaterThanOrEqual(54)
  })

  it('are exchanged so that somebody who knows one subject alone does not take the place of who knows two', () => {
    const files = numbered('d', 20).map((id, at) => dossier(id, { subjects: [at % 2 ? 'water' : 'culture'] }))
    const both = instructor('both', { expertise: ['culture', 'water'] })
    const given = ask({
      ...{ dossiers: files, perDossier: 1 },
      instructors: [both, instructor('culture', { expertise: ['culture'] })],
    })
    expect(given.loads).toEqual({ both: 10, culture: 10 })
    expect(
      files.filter(({ id }) => readersOf(given, id)[0] === 'culture').map(({ subjects }) => subjects[0]),
    ).toEqual(Array(10).fill('culture'))
  })

  it('pass through somebody else where two cannot share them directly', () => {
    const given = ask({
      perDossier: 1,
      dossiers: [
        ...numbered('a', 2).map((id) => dossier(id, { conflicts: ['z'] })),
        ...numbered('b', 4).map((id) => dossier(id, { conflicts: ['y'] })),
      ],
      instructors: [instructor('x'), instructor('y'), instructor('z')],
    })
    expect(given.loads).toEqual({ x: 2, y: 2, z: 2 })
  })

  it('stop at what somebody can take', () => {
    const [busy, ...others] = YEAR_2025.instructors
    const given = ask({ ...YEAR_2025, instructors: [{ ...busy!, most: 1 }, ...others] })
    expect(given.loads[busy!.id]).toBe(1)
    expect(given.short).toEqual([])
  })

  it('pass from hand to hand when who has room may not read what is left', () => {
    const given = ask({
      perDossier: 1,
      dossiers: [dossier('a', { conflicts: ['z'] }), dossier('b'), dossier('c', { conflicts: ['z'] })],
      instructors: [instructor('x', { most: 1 }), instructor('y', { most: 1 }), instructor('z', { most: 1 })],
    })
    expect(given.short).toEqual([])
    expect(readersOf(given, 'b')).toEqual(['z'])
  })

  it('are told when they are short of readers, and of what', () => {
    const two = [instructor('x'), instructor('y')]
    expect(ask({ dossiers: [dossier('a')], instructors: [two[0]!] }).short).toEqual([
      { dossier: 'a', missing: 1, why: 'too_few_instructors' },
    ])
    expect(ask({ dossiers: [dossier('a', { conflicts: ['x'] })], instructors: two }).short).toEqual([
      { dossier: 'a', missing: 1, why: 'conflicts' },
    ])
    const full = two.map((one) => ({ ...one, most: 1 }))
    expect(ask({ dossiers: [dossier('a'), dossier('b')], instructors: full, perDossier: 2 }).short).toEqual([
      { dossier: 'a', missing: 1, why: 'load' },
      { dossier: 'b', missing: 1, why: 'load' },
    ])
  })

  it('move no more than they must when somebody abstains from one', () => {
    const before = ask(YEAR_2025)
    const leaver = before.assignments[0]!
    const dossiers = YEAR_2025.dossiers.map((one) =>
      one.id === leaver.dossier ? dossier(one.id, { conflicts: [leaver.instructor] }) : one,
    )
    const after = ask({ ...YEAR_2025, dossiers, taken: before.assignments })
    expect(after.removed).toEqual([{ ...leaver, why: 'conflict' }])
    expect(after.added).toHaveLength(1)
    expect(after.added[0]!.dossier).toBe(leaver.dossier)
  })

  it('are shared out again when somebody leaves, and only theirs', () => {
    const before = ask(YEAR_2025)
    const gone = YEAR_2025.instructors[3]!.id
    const after = ask({
      ...YEAR_2025,
      instructors: YEAR_2025.instructors.filter(({ id }) => id !== gone),
      taken: before.assignments,
    })
    expect(after.removed).toHaveLength(before.loads[gone]!)
    expect(after.added.map((pair) => pair.dossier).sort()).toEqual(
      after.removed.map((pair) => pair.dossier).sort(),
    )
    expect(spread(after)).toBeLessThanOrEqual(1)
  })

  it('count what one reads elsewhere in the session', () => {
    const given = ask({
      perDossier: 1,
      dossiers: [dossier('a'), dossier('b')],
      instructors: [instructor('x'), instructor('y')],
      taken: ['other', 'another'].map((id) => ({ dossier: id, instructor: 'x' })),
    })
    expect(given.loads).toEqual({ x: 2, y: 2 })
    expect(given.assignments.map((pair) => pair.instructor)).toEqual(['y', 'y'])
  })

  it('are the same for the same question, in whatever order it is asked', () => {
    const shuffled = {
      dossiers: YEAR_2025.dossiers.toReversed(),
      instructors: YEAR_2025.instructors.toReversed(),
    }
    expect(ask(shuffled)).toEqual(ask(YEAR_2025))
  })

  it('are 2,000 for 60 people without anybody noticing, conflicts, subjects and limits included', () => {
    const people = numbered('i', 60)
    const subjects = numbered('s', 8)
    const given = ask({
      dossiers: numbered('d', 2000).map((id, at) =>
        dossier(id, {
          conflicts: people.filter((_, index) => (at * 7 + index * 13) % 11 === 0),
          subjects: [subjects[at % 8]!],
        }),
      ),
      instructors: people.map((id, at) => instructor(id, { expertise: [subjects[at % 8]!], most: 67 })),
    })
    expect(given.assignments).toHaveLength(4000)
    expect(spread(given)).toBeLessThanOrEqual(1)
  })
})

const ids = (letter: string, most: number) =>
  fc.integer({ min: 0, max: most }).map((count) => numbered(letter, count))

/** Any question, the impossible ones included. */
const anyQuestion = fc
  .tuple(ids('d', 25), ids('i', 8), fc.integer({ min: 1, max: 3 }))
  .chain(([files, people, perDossier]) =>
    fc.record({
      perDossier: fc.constant(perDossier),
      dossiers: fc.tuple(
        ...files.map((id) =>
          fc.record({
            id: fc.constant(id),
            conflicts: fc.subarray(people),
            subjects: fc.subarray(['water', 'culture', 'health']),
          }),
        ),
      ),
      instructors: fc.tuple(
        ...people.map((id) =>
          fc.record({
            id: fc.constant(id),
            expertise: fc.subarray(['water', 'culture', 'health']),
            most: fc.option(fc.integer({ min: 0, max: 10 })),
          }),
        ),
      ),
      taken: fc.constant([]),
    }),
  )

describe('Any distribution', () => {
  it('bars conflicts, holds to limits, gives no file twice to one, and accounts for every reader missing', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const given = distribute(question)
        const pairs = given.assignments.map((pair) => `${pair.dossier} ${pair.instructor}`)
        expect(new Set(pairs).size).toBe(pairs.length)
        for (const one of question.dossiers)
          for (const reader of readersOf(given, one.id)) expect(one.conflicts).not.toContain(reader)
        for (const { id, most } of question.instructors)
          expect(given.loads[id]).toBeLessThanOrEqual(most ?? Infinity)
        const missing = given.short.reduce((total, one) => total + one.missing, 0)
        expect(pairs.length + missing).toBe(question.dossiers.length * question.perDossier)
      }),
    )
  })

  it('leaves nobody with room beside a file that they could read', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const given = distribute(question)
        for (const { dossier } of given.short) {
          const { conflicts } = question.dossiers.find(({ id }) => id === dossier)!
          const free = question.instructors.filter(
            ({ id, most }) =>
              (most === null || given.loads[id]! < most) &&
              !conflicts.includes(id) &&
              !readersOf(given, dossier).includes(id),
          )
          expect(free).toEqual([])
        }
      }),
    )
  })

  it('changes nothing when it is asked again with what it gave', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const given = distribute(question)
        const again = distribute({ ...question, taken: given.assignments })
        expect(again.assignments).toEqual(given.assignments)
        expect(again.added).toEqual([])
      }),
    )
  })
})
