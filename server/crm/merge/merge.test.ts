import { beforeAll, describe, expect, it } from 'vitest'
import { filtersSchema } from '#server/directory/organisation/filters.schema.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { readShapes, type Shapes } from '#tests/isolation/rows/table-shapes.ts'
import { useDatabase } from '#tests/support/database.ts'
import { historyOf } from '#tests/support/history.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPerson, contextOf, noonOf } from '#tests/support/people.ts'
import { staffOf } from '#tests/support/published.ts'
import { changed, everyRow, twoRecords } from '#tests/support/two-records.ts'
import { setApart } from '../duplicate/set-apart.server.ts'
import { createOrganisation } from '../organisation/create-organisation.server.ts'
import { getOrganisation } from '../organisation/get-organisation.server.ts'
import { updateOrganisation } from '../organisation/update-organisation.server.ts'
import { CARRIED } from './carried.ts'
import { FIELDS } from './fields.ts'
import { forgetMerged } from './forget-merged.server.ts'
import { keptInstead } from './kept-instead.server.ts'
import { mergeInput } from './merge.schema.ts'
import { mergeOrganisations } from './merge-organisations.server.ts'
import { undoMerge } from './undo-merge.server.ts'

const database = useDatabase()
let staff: StaffContext
let elsewhere: StaffContext
let shapes: Shapes
const world = () => ({ staff, superuser: database.superuser, shapes })
beforeAll(async () => {
  staff = await staffOf(database.superuser, 'so-cooperation')
  elsewhere = await staffOf(database.superuser, 'gescod')
  shapes = await readShapes(database.superuser)
})

const versions = async ({ left, right }: { left: string; right: string }) => ({
  left: (await getOrganisation(staff, left)).version,
  right: (await getOrganisation(staff, right)).version,
})
async function merge(two: { left: string; right: string }, given: object = {}, ctx: StaffContext = staff) {
  const input = mergeInput.parse({ kept: 'left', choices: {}, versions: await versions(two), ...given })
  return mergeOrganisations(ctx, two.left, two.right, input)
}
async function lastMerge(): Promise<string> {
  const { rows } = await database.superuser.query(
    'select id from organisation_merge where network_id = $1 order by created_at desc, id desc limit 1',
    [staff.network.id],
  )
  return rows[0].id
}
const namesListed = async (q: string) =>
  (
    await findListings({ networkId: staff.network.id, today: '2026-11-20' }, filtersSchema.parse({ q }))
  ).items.map(({ name }) => name)
const count = async (table: string, column: string, id: string) =>
  Number(
    (await database.superuser.query(`select count(*) as n from ${table} where ${column} = $1`, [id])).rows[0]
      .n,
  )

/** A small generator: the same choices each run. */
function* choices(seed: number) {
  let state = seed
  for (;;) {
    state = (state * 1103515245 + 12345) % 2 ** 31
    yield state / 2 ** 31
  }
}

describe('Two records made one', () => {
  it('keep nothing that still names the one that went, and lose no row that is not one of two alike', async () => {
    const two = await twoRecords(world(), 'links')
    const before: Record<string, number> = {}
    for (const [link, rule] of Object.entries(CARRIED)) {
      const [table, column] = link.split('.') as [string, string]
      if (rule.how === 'moves')
        before[link] = (await count(table, column, two.left)) + (await count(table, column, two.right))
    }
    await merge(two)
    for (const [link, rule] of Object.entries(CARRIED)) {
      const [table, column] = link.split('.') as [string, string]
      if (rule.how !== 'moves' || link.endsWith('redirect.kept_id') || table === 'listing_redirect') continue
      expect(await count(table, column, two.right), link).toBe(0)
      // Each partner of those projects holds them too.
      if (rule.without) continue
      // Both were published on one day.
      const twice = !rule.unlike ? 0 : table === 'organisation_publication' ? 2 : 1
      expect(await count(table, column, two.left), link).toBeGreaterThanOrEqual(before[link]! - twice)
    }
    const { rows } = await database.superuser.query(
      'select organisation_ids from invitation where $1 = any (organisation_ids)',
      [two.right],
    )
    expect(rows).toEqual([])
  })

  it('say what was chosen, and are still found under the other name', async () => {
    const two = await twoRecords(world(), 'said')
    await merge(two, { choices: { countries: 'both', siren: 'right', place: 'right' } })
    const record = await getOrganisation(staff, two.left)
    expect(record).toMatchObject({
      name: 'Rive gauche said',
      siren: '732829320',
      city: 'Bordeaux',
      countries: ['TG', 'BJ'],
      aliases: ['Rive droite said'],
    })
    expect(await namesListed('droite said')).toEqual(['Rive gauche said'])
  })

  it('lead to one: the former id, and the former public address', async () => {
    const two = await twoRecords(world(), 'redirects')
    const { slug } = await getOrganisation(staff, two.right)
    await merge(two)
    expect(await keptInstead(staff, two.right)).toBe(two.left)
    const { rows } = await database.superuser.query('select id from listing_redirect where slug = $1', [slug])
    expect(rows).toEqual([{ id: two.left }])
    // And when that one is merged in its turn.
    const third = await createOrganisation(staff, anOrganisation({ name: 'Troisième rive' }))
    await merge({ left: third.id, right: two.left })
    expect(await keptInstead(staff, two.right)).toBe(third.id)
  })

  it('are made one once, by a double click or by two people at once', async () => {
    const two = await twoRecords(world(), 'twice')
    const version = await versions(two)
    const again = async () => {
      const input = mergeInput.parse({ kept: 'left', choices: {}, versions: version })
      return mergeOrganisations(staff, two.left, two.right, input)
    }
    const done = await Promise.all([again(), again()])
    expect(done.map(({ id }) => id)).toEqual([two.left, two.left])
    expect(done.map(({ already }) => already).sort()).toEqual([false, true])
    expect(await count('organisation_merge', 'kept_id', two.left)).toBe(1)
  })

  it('are left as they are when somebody saved one of them meanwhile', async () => {
    const two = await twoRecords(world(), 'meanwhile')
    const version = await versions(two)
    await updateOrganisation(staff, two.right, version.right, anOrganisation({ name: 'Rive nord' }))
    await expect(merge(two, { versions: version })).rejects.toMatchObject({ code: 'crm.changed_meanwhile' })
    expect((await getOrganisation(staff, two.right)).name).toBe('Rive nord')
  })

  it('are never those of another network, nor one’s own with theirs', async () => {
    const two = await twoRecords(world(), 'walls')
    const theirs = await createOrganisation(elsewhere, anOrganisation({ name: 'Là-bas' }))
    const before = await everyRow(world())
    const versionsOf = { left: 3, right: 1 }
    for (const [left, right] of [
      [two.left, theirs.id],
      [theirs.id, two.left],
    ] as const) {
      const input = mergeInput.parse({ kept: 'left', choices: {}, versions: versionsOf })
      await expect(mergeOrganisations(staff, left, right, input)).rejects.toMatchObject({
        code: 'kernel.not_found',
      })
      await expect(mergeOrganisations(elsewhere, left, right, input)).rejects.toMatchObject({
        code: 'kernel.not_found',
      })
    }
    expect(changed(before, await everyRow(world()))).toEqual([])
    await merge(two)
    await expect(undoMerge(elsewhere, await lastMerge())).rejects.toMatchObject({ code: 'kernel.not_found' })
  })

  it('need somebody who may: not an intern, not a member', async () => {
    const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
    const intern = contextOf('so-cooperation', person) as StaffContext
    intern.grants[0]!.profile = 'intern'
    const two = await twoRecords(world(), 'intern')
    await expect(merge(two, {}, intern)).rejects.toMatchObject({ code: 'kernel.forbidden' })
    await expect(
      merge(two, {}, contextOf('so-cooperation', person, ['member']) as StaffContext),
    ).rejects.toMatchObject({
      code: 'kernel.forbidden',
    })
  })
})

describe('A merge that is undone', () => {
  it.each([1, 2, 3, 4, 5, 6])('gives back the same rows, whatever was chosen (%i)', async (seed) => {
    const random = choices(seed)
    const draw = <T>(all: readonly T[]) => all[Math.floor(random.next().value! * all.length)]!
    const published = draw([['left', 'right'], ['left'], ['right'], []] as ('left' | 'right')[][])
    const two = await twoRecords(world(), `undo-${seed}`, published)
    const third = await createOrganisation(staff, anOrganisation({ name: 'Ni l’une ni l’autre' }))
    await setApart(staff, two.right, third.id)
    const before = await everyRow(world())
    const kept = draw(['left', 'right'] as const)
    const numbers = ['siren', 'siret']
    const chosen = FIELDS.filter(({ key }) => !numbers.includes(key)).map(({ key, ...field }) => [
      key,
      draw('both' in field ? (['left', 'right', 'both'] as const) : (['left', 'right'] as const)),
    ])
    await merge(two, {
      kept,
      choices: Object.fromEntries(chosen),
      otherName: draw(['alias', 'former', 'none'] as const),
      memberships: { '2026': draw(['left', 'right'] as const) },
    })
    const { leftOut } = await undoMerge(staff, await lastMerge())
    expect(leftOut).toEqual([])
    expect(changed(before, await everyRow(world()))).toEqual([])
  })

  it('leaves what somebody touched since, and says so', async () => {
    const two = await twoRecords(world(), 'touched')
    await merge(two, { choices: { countries: 'both' } })
    const merged = await getOrganisation(staff, two.left)
    await updateOrganisation(
      staff,
      two.left,
      merged.version,
      anOrganisation({
        name: merged.name,
        acronym: 'RG',
        website: merged.website,
        countries: ['ML'],
        siren: merged.siren,
        aliases: merged.aliases,
        sdgs: merged.sdgs,
      }),
    )
    await database.superuser.query('delete from person_position where organisation_id = $1', [two.left])
    const { leftOut } = await undoMerge(staff, await lastMerge())
    expect(leftOut).toContainEqual({ what: 'field', detail: 'countries' })
    expect(leftOut.map(({ what }) => what)).toContain('people')
    expect((await getOrganisation(staff, two.left)).countries).toEqual(['ML'])
    expect((await getOrganisation(staff, two.right)).name).toBe('Rive droite touched')
  })

  it('is undone once, within thirty days, the last one first', async () => {
    const two = await twoRecords(world(), 'late')
    await merge(two)
    const first = await lastMerge()
    const third = await createOrganisation(staff, anOrganisation({ name: 'Encore une rive' }))
    await merge({ left: third.id, right: two.left })
    const second = await lastMerge()
    await expect(undoMerge(staff, first)).rejects.toMatchObject({ code: 'crm.merge_merged_since' })
    const late = { ...staff, clock: noonOf('2026-12-21') }
    await expect(undoMerge(late, second)).rejects.toMatchObject({ code: 'crm.merge_too_old' })
    await Promise.all([undoMerge(staff, second), undoMerge(staff, second)])
    await undoMerge(staff, first)
    expect((await getOrganisation(staff, two.right)).name).toBe('Rive droite late')
    expect(await keptInstead(staff, two.right)).toBeNull()
  })

  it('keeps nothing of the two records past that day, and is written again no night after', async () => {
    await merge(await twoRecords(world(), 'forgotten'))
    const rowOf = async () => {
      const text =
        'select xmin::text as row, kept_before as kept, merged_before as merged from organisation_merge where id = $1'
      return (await database.superuser.query(text, [await lastMerge()])).rows[0]
    }
    await forgetMerged(noonOf('2026-12-21'))
    const forgotten = await rowOf()
    expect(forgotten).toMatchObject({ kept: {}, merged: {} })
    await forgetMerged(noonOf('2026-12-22'))
    expect(await rowOf()).toEqual(forgotten)
  })

  it('stands on the history of both', async () => {
    const two = await twoRecords(world(), 'history')
    await merge(two)
    await undoMerge(staff, await lastMerge())
    const actions = async (id: string) => (await historyOf(staff, id)).map(({ action }) => action)
    expect(await actions(two.left)).toEqual(
      expect.arrayContaining(['organisation.merged', 'organisation.unmerged']),
    )
    expect(await actions(two.right)).toEqual(
      expect.arrayContaining(['organisation.merged_away', 'organisation.restored']),
    )
  })
})
