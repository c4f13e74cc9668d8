import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inNetwork, publicDb } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { everyNetwork } from '#server/kernel/networks.ts'
import { appRouter } from '#server/trpc/router.ts'
import { networkTables, tablesOf } from '#tests/isolation/catalog/declared-tables.ts'
import { PROCEDURES, procedureNames } from '#tests/isolation/doors/procedures.ts'
import { ROWS } from '#tests/isolation/doors/target.ts'
import { attemptIn } from '#tests/isolation/matrix/attempt.ts'
import { closeGround, type Ground, openGround, rowsOf, stateOf } from '#tests/isolation/matrix/ground.ts'
import { deleteWhere, isRow, selectWhere, touchWhere } from '#tests/isolation/matrix/statements.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aGrant, aPerson, noonOf } from '#tests/support/people.ts'

const database = useDatabase()
let ground: Ground
let almighty: Context

/** Somebody whom every permission lets in, everywhere: only the network asked stands between. */
beforeAll(async () => {
  ground = await openGround(database)
  const grants = everyNetwork().map(({ id }) => aGrant(id, 'admin'))
  almighty = {
    account: await aPerson(database.superuser),
    grants,
    network: null,
    locale: 'fr',
    clock: noonOf('2026-11-20'),
    requestId: 'test',
    caller: { address: '127.0.0.1', userAgent: '' },
  }
})
afterAll(() => closeGround(ground))

type Call = (input: object) => Promise<unknown>
const callerOf = (name: string): Call => {
  const caller: unknown = appRouter.createCaller(almighty)
  return name.split('.').reduce((at, part) => (at as Record<string, unknown>)[part], caller) as Call
}
const slugOf = (id: number) => everyNetwork().find((network) => network.id === id)!.slug

describe('With every permission open', () => {
  it.each(procedureNames)('%s finds nothing of another network by its id', async (name) => {
    const { id, slug } = rowsOf(ground, 'organisation').theirs as { id: string; slug: string }
    const network = slugOf(ground.mine)
    const before = await stateOf(ground, ground.theirs)
    const call = callerOf(name)
    const ids = Object.entries(ROWS).map(([word, table]) => [word, rowsOf(ground, table).theirs.id])
    for (const input of PROCEDURES[name]!({ ...Object.fromEntries(ids), network, id, slug })) {
      const answer = await call({ network, ...input }).catch((error: { code: string }) => error.code)
      if ('id' in input || 'slug' in input) expect(answer).toBe('NOT_FOUND')
      expect(JSON.stringify(answer ?? null)).not.toContain('theirs')
    }
    expect(await stateOf(ground, ground.theirs)).toBe(before)
  })

  it.each(networkTables())(
    'a statement on %s that forgets the network reaches only its own',
    async (table) => {
      const { shape, theirs } = rowsOf(ground, table)
      const byKeyAlone = isRow({ ...shape, key: shape.key.filter((name) => name !== 'network_id') }, theirs)
      const condition = shape.key.length > 1 ? byKeyAlone : sql`network_id <> ${ground.mine}`
      const before = await stateOf(ground, ground.theirs)
      const read = await attemptIn(ground.mine, selectWhere(shape, condition))
      expect(read.rows).toBe(tablesOf('listing').includes(table) ? 1 : 0)
      expect((await attemptIn(ground.mine, touchWhere(shape, condition))).rows).toBe(0)
      expect((await attemptIn(ground.mine, deleteWhere(shape, condition))).rows).toBe(0)
      expect(await stateOf(ground, ground.theirs)).toBe(before)
    },
  )
})

describe('The doors through the wall', () => {
  const search = sql`select distinct id from definer_search.found_organisations('{organisation}', true, null, null, false, true)`

  it('search finds the words of one network only', async () => {
    const idsIn = async (id: number, asked = search) =>
      (await inNetwork({ network: { id } }, (tx) => tx.execute(asked))).rows
    const { mine, theirs } = rowsOf(ground, 'organisation')
    expect(await idsIn(ground.mine)).toEqual([{ id: mine.id }])
    expect(await idsIn(ground.theirs)).toEqual([{ id: theirs.id }])
    const mistyped = sql`select distinct id from definer_search.found_organisations('{orgonisation}', true, null, null, false, true)`
    expect(await idsIn(ground.mine, mistyped)).toEqual([{ id: mine.id }])
    const likely = sql`select distinct id from definer_search.likely_organisations('[{"words": ["organisation"]}]', 9)`
    expect(await idsIn(ground.mine, likely)).toEqual([{ id: mine.id }])
    const people = sql`select distinct id from definer_search.search_people('{person}', true, 9)`
    expect(await idsIn(ground.mine, people)).toEqual([{ id: rowsOf(ground, 'person').mine.id }])
  })

  it('a slip is compared with the words of one network, and a word is forgotten by one network', async () => {
    const say = (network: number, name: string) =>
      database.superuser.query(
        `insert into person (network_id, id, given_name, family_name) values ($1, gen_random_uuid(), 'Awa', $2)`,
        [network, name],
      )
    await say(ground.theirs, 'Zigomar-Essai')
    const near = sql`select id from definer_search.search_people('{zigomra}', true, 9)`
    const found = (id: number) => inNetwork({ network: { id } }, (tx) => tx.execute(near))
    expect((await found(ground.theirs)).rows).toHaveLength(1)
    expect((await found(ground.mine)).rows).toEqual([])
    await say(ground.mine, 'Zigomar-Essai')
    await inNetwork({ network: { id: ground.mine } }, (tx) =>
      tx.execute(sql`delete from person where family_name = 'Zigomar-Essai'`),
    )
    const { rows } = await database.superuser.query(
      `select network_id from record_word where word = 'zigomar'`,
    )
    expect(rows).toEqual([{ network_id: ground.theirs }])
    await database.superuser.query(`delete from person where family_name = 'Zigomar-Essai'`)
    await database.superuser.query(`delete from record_word where word in ('zigomar', 'essai', 'awa')`)
  })

  it('search outside a network is an error', async () => {
    await expect(publicDb().execute(search)).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/42704|22P02/) },
    })
  })

  it('the naming of networks writes who an organisation is and who lists it, and only the truth', async () => {
    const { superuser } = database
    const key = 'siren:552100554'
    await superuser.query(
      `update organisation_listing set siren = '552100554', shown_to_networks = true, national_key = 'false', networks = null`,
    )
    const others = async () =>
      (
        await superuser.query(
          `select to_jsonb(l) - 'networks' - 'national_key' as row from organisation_listing l order by network_id`,
        )
      ).rows
    const before = await others()
    await inNetwork({ network: { id: ground.mine } }, (tx) =>
      tx.execute(sql`select definer_identity.refresh_listing_identity(array[${key}], null, null)`),
    )
    const { rows } = await superuser.query('select national_key as key, networks from organisation_listing')
    const both = [ground.theirs, ground.mine].sort((a, b) => a - b)
    expect(rows).toEqual([
      { key, networks: both },
      { key, networks: both },
    ])
    expect(await others()).toEqual(before)
  })

  it('the following of merged records writes where what others say of one’s own records leads, and no more', async () => {
    const { superuser } = database
    for (const [one, other] of [
      [ground.mine, ground.theirs],
      [ground.theirs, ground.mine],
    ])
      await superuser.query('update listing_tie set other_network_id = $2 where network_id = $1', [
        one,
        other,
      ])
    const said = async (network: number) =>
      (
        await superuser.query<{ row: Record<string, unknown> }>(
          'select to_jsonb(t) as row from listing_tie t where network_id = $1',
          [network],
        )
      ).rows.map(({ row }) => row)
    const [ofOurs, ofTheirs] = [await said(ground.theirs), await said(ground.mine)]
    const ids = [...ofOurs, ...ofTheirs].map((row) => row.other_organisation_id)
    await inNetwork({ network: { id: ground.mine } }, (tx) =>
      tx.execute(sql`select definer_identity.follow_merged_listing(${sql.param(ids)}::uuid[])`),
    )
    expect(await said(ground.mine)).toEqual(ofTheirs)
    // Nothing was merged: it leads to the record it names.
    expect(await said(ground.theirs)).toEqual(
      ofOurs.map((row) => ({ ...row, other_now_id: row.other_organisation_id })),
    )
  })
})
