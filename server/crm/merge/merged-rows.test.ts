import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { clientOf, useDatabase } from '#tests/support/database.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aProject } from '#tests/support/projects.ts'
import { staffOf } from '#tests/support/published.ts'
import { createOrganisation } from '../organisation/create-organisation.server.ts'
import { getOrganisation } from '../organisation/get-organisation.server.ts'
import { publishOrganisation } from '../organisation/publish-organisation.server.ts'
import { tagOrganisation } from '../tag/wear-tag.server.ts'
import { mergeInput } from './merge.schema.ts'
import { mergeOrganisations } from './merge-organisations.server.ts'
import { undoMerge } from './undo-merge.server.ts'

const database = useDatabase()
let staff: StaffContext
beforeAll(async () => {
  staff = await staffOf(database.superuser, 'so-cooperation')
})

const versionOf = async (id: string) => (await getOrganisation(staff, id)).version
async function merge({ left, right }: { left: string; right: string }, choices: object = {}) {
  const versions = { left: await versionOf(left), right: await versionOf(right) }
  return mergeOrganisations(staff, left, right, mergeInput.parse({ kept: 'left', choices, versions }))
}
const lastMerge = async (): Promise<string> =>
  (await tell('select id from organisation_merge order by created_at desc, id desc limit 1'))[0].id
const count = async (table: string, column: string, id: string) =>
  (await tell(`select 1 from ${table} where ${column} = $1`, [id])).length

const tell = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const aRecord = async (name: string) => (await createOrganisation(staff, anOrganisation({ name }))).id

describe('Rows of two records that cannot both stand', () => {
  it('leave the proposal that was submitted, and it comes back with the other when the merge is undone', async () => {
    const two = { left: await aRecord('Proposée à gauche'), right: await aRecord('Proposée à droite') }
    for (const [id, state, note] of [
      [two.left, 'draft', 'à finir'],
      [two.right, 'submitted', 'à lire'],
    ] as const)
      await database.superuser.query(
        `insert into page_proposal (network_id, id, organisation_id, account_id, base_version, state, note, submitted_at)
         values ($1, gen_random_uuid(), $2, $3, 1, $4, $5, case when $4 = 'submitted' then now() end)`,
        [staff.network.id, id, staff.account.id, state, note],
      )
    await merge(two)
    const left = () => tell('select state, note from page_proposal where organisation_id = $1', [two.left])
    expect(await left()).toEqual([{ state: 'submitted', note: 'à lire' }])
    const { leftOut } = await undoMerge(staff, await lastMerge())
    expect(leftOut).toEqual([])
    expect(await left()).toEqual([{ state: 'draft', note: 'à finir' }])
  })

  it('leave every proposal that was decided', async () => {
    const two = { left: await aRecord('Décidée à gauche'), right: await aRecord('Décidée à droite') }
    for (const id of [two.left, two.right])
      await database.superuser.query(
        `insert into page_proposal (network_id, id, organisation_id, account_id, base_version, state, decided_at)
         values ($1, gen_random_uuid(), $2, $3, 1, 'published', '2026-01-01')`,
        [staff.network.id, id, staff.account.id],
      )
    await merge(two)
    expect(await count('page_proposal', 'organisation_id', two.left)).toBe(2)
  })

  it('leave a project its lead, and nobody both holder and partner', async () => {
    const two = { left: await aRecord('Porte à gauche'), right: await aRecord('Porte à droite') }
    const held = await aProject(staff, { holders: [two.right, two.left], title: 'Portée par les deux' })
    const helped = await aProject(staff, {
      holders: [two.right],
      partnersHere: [two.left],
      title: 'Portée par l’une, aidée par l’autre',
    })
    await merge(two)
    const holders = (id: string) =>
      tell('select organisation_id as id, lead from project_holder where project_id = $1', [id])
    for (const { id } of [held, helped]) expect(await holders(id)).toEqual([{ id: two.left, lead: true }])
    expect(await count('project_partner_here', 'project_id', helped.id)).toBe(0)
    const { leftOut } = await undoMerge(staff, await lastMerge())
    expect(leftOut).toEqual([])
    expect(await holders(held.id)).toHaveLength(2)
    expect(await holders(held.id)).toContainEqual({ id: two.right, lead: true })
    expect(await count('project_partner_here', 'organisation_id', two.left)).toBe(1)
  })

  it('make no record a branch of its own branch', async () => {
    const two = { left: await aRecord('Antenne du milieu'), right: await aRecord('Siège de l’antenne') }
    const middle = await aRecord('Entre les deux')
    const put = (id: string, parent: string) =>
      database.superuser.query('update organisation set parent_id = $2 where id = $1', [id, parent])
    await put(two.left, middle)
    await put(middle, two.right)
    await merge(two)
    const seat = async (id: string) => (await getOrganisation(staff, id)).parentId
    expect([await seat(two.left), await seat(middle)]).toEqual([null, two.left])
    await undoMerge(staff, await lastMerge())
    expect([await seat(two.left), await seat(middle)]).toEqual([middle, two.right])
  })

  it('hang under the record that took their seat’s place meanwhile, or under none, and the page says so', async () => {
    const two = { left: await aRecord('Garde les antennes'), right: await aRecord('Antenne d’un siège') }
    const seats = { left: await aRecord('Siège d’après'), right: await aRecord('Siège d’avant') }
    const put = (id: string, parent: string | null) =>
      database.superuser.query('update organisation set parent_id = $2 where id = $1', [id, parent])
    const seat = async (id: string) => (await getOrganisation(staff, id)).parentId
    await put(two.right, seats.right)
    await put(two.left, seats.right)
    await merge(two, { parent: 'left' })
    const first = await lastMerge()
    await merge(seats)
    expect((await undoMerge(staff, first)).leftOut).toContainEqual({ what: 'seat', detail: null })
    expect([await seat(two.left), await seat(two.right)]).toEqual([seats.left, seats.left])

    const gone = await aRecord('Siège effacé')
    const again = { left: await aRecord('Garde sans siège'), right: await aRecord('Antenne sans siège') }
    await put(again.right, gone)
    await put(again.left, gone)
    await merge(again, { parent: 'right' })
    await database.superuser.query('delete from organisation where id = $1', [gone])
    expect((await undoMerge(staff, await lastMerge())).leftOut).toEqual([{ what: 'seat', detail: null }])
    expect([await seat(again.left), await seat(again.right)]).toEqual([null, null])
  })

  it('never come back as branches of their own branch', async () => {
    const two = { left: await aRecord('Garde le milieu'), right: await aRecord('Milieu de la chaîne') }
    const [low, high] = [await aRecord('Bas de la chaîne'), await aRecord('Haut de la chaîne')]
    const put = (id: string, parent: string) =>
      database.superuser.query('update organisation set parent_id = $2 where id = $1', [id, parent])
    await put(two.right, high)
    await put(low, two.right)
    await merge(two, { parent: 'left' })
    const first = await lastMerge()
    await merge({ left: low, right: high })
    expect((await undoMerge(staff, first)).leftOut).toContainEqual({ what: 'seat', detail: null })
    const seat = async (id: string) => (await getOrganisation(staff, id)).parentId
    expect([await seat(two.right), await seat(low)]).toEqual([null, two.right])
  })

  it('count from the day the older of the two was known, and each from its own again once undone', async () => {
    const two = { left: await aRecord('Connue depuis peu'), right: await aRecord('Connue depuis longtemps') }
    const since = async (id: string) =>
      (await tell('select created_at::date::text as day from organisation where id = $1', [id]))[0].day
    const known = (id: string, day: string) =>
      database.superuser.query('update organisation set created_at = $2 where id = $1', [id, day])
    await known(two.left, '2026-03-01')
    await known(two.right, '2019-05-01')
    await merge(two)
    expect(await since(two.left)).toBe('2019-05-01')
    await undoMerge(staff, await lastMerge())
    expect([await since(two.left), await since(two.right)]).toEqual(['2026-03-01', '2019-05-01'])
  })
})

describe('A merge whose connection is cut in the middle', () => {
  const TABLES = [
    'organisation',
    'organisation_tag',
    'organisation_merge',
    'organisation_redirect',
    'listing_redirect',
  ]
  const everything = async () => {
    const held: Record<string, unknown> = {}
    for (const table of [...TABLES, 'organisation_listing', 'organisation_note', 'audit_entry'])
      held[table] = await tell(`select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`)
    return held
  }

  it('leaves both records whole, and is done when it is asked again', async () => {
    const two = { left: await aRecord('Entière à gauche'), right: await aRecord('Entière à droite') }
    await publishOrganisation(staff, two.right)
    await tagOrganisation(staff, two.right, 'Reste entière')
    const before = await everything()
    const holder = await clientOf(database.urls.owner)
    // What was carried is written, the record that goes is deleted: the merge waits for this table alone.
    await holder.query('begin; lock table organisation_merge in exclusive mode')
    const cut = merge(two).then(
      () => 'merged',
      () => 'cut',
    )
    await vi.waitUntil(async () => {
      const { rows } = await database.superuser.query(
        `select pg_terminate_backend(pid) from pg_locks where relation = 'organisation_merge'::regclass and not granted`,
      )
      return rows.length > 0
    }, 20_000)
    expect(await cut).toBe('cut')
    await holder.query('rollback')
    await holder.end()
    expect(await everything()).toEqual(before)
    await merge(two)
    expect(await count('organisation', 'id', two.right)).toBe(0)
    expect(await count('organisation_tag', 'organisation_id', two.left)).toBe(1)
  })
})
