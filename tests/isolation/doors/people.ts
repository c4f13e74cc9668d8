import { makeRow } from '#tests/isolation/rows/make-row.ts'
import type { Shapes } from '#tests/isolation/rows/table-shapes.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { signedIn, type TestApp } from '#tests/support/http.ts'
import { aPerson, type Person } from '#tests/support/people.ts'
import { SECRET } from './target.ts'

export const THEIRS = 'so-cooperation'
export const MINE = 'gescod'
export const ELSEWHERE = 'staff elsewhere'
export const FORMER = 'former staff'
export const VISITORS = ['nobody', ELSEWHERE, FORMER]
export const INSIDER = 'their own staff'
/** Represents the organisation that is hidden, where there is one. */
export const KEEPER = 'its own people'
/** Who sees the rows: what they are told differs, or the ids asked for were not the right ones. */
export const INSIDERS = [INSIDER, KEEPER]

/** Something of each of the people who ask. */
type Given = Record<string, string>

export async function people({ superuser }: TestDatabase, app: TestApp) {
  // Names of their own: a list of people of one name is in the order of ids, which each world draws anew.
  const persons: Record<string, Person> = {
    [ELSEWHERE]: await aPerson(superuser, { [MINE]: 'admin' }, 'Ailleurs Essai'),
    [FORMER]: await aPerson(superuser, { [THEIRS]: 'admin' }, 'Ancienne Essai'),
    [INSIDER]: await aPerson(superuser, { [THEIRS]: 'admin' }, 'Dedans Essai'),
    [KEEPER]: await aPerson(superuser, { [THEIRS]: 'member' }, 'Gardienne Essai'),
  }
  const former = persons[FORMER]!.id
  await superuser.query(`update account_grant set ends_on = '2026-11-19' where account_id = $1`, [former])
  const cookies: Given = {}
  for (const [name, person] of Object.entries(persons)) cookies[name] = await signedIn(app, person)
  const ids: Given = Object.fromEntries(Object.entries(persons).map(([name, { id }]) => [name, id]))
  return { cookies, ids }
}

/** What is somebody's own: the organisation that is hidden is kept by its people, and rows have an author. */
const OF_ITS_PEOPLE = ['page_proposal', 'project_proposal']
const OF_THE_STAFF = ['long_work', 'segment']

export async function giveRows({ superuser }: TestDatabase, shapes: Shapes, theirs: number, given: Given) {
  const idOf = (table: string) => makeRow(shapes, table, theirs, SECRET).id
  await superuser.query(
    `insert into grant_organisation (network_id, grant_id, organisation_id)
     select network_id, id, $3 from account_grant where network_id = $1 and account_id = $2`,
    [theirs, given[KEEPER], idOf('organisation')],
  )
  for (const table of [...OF_ITS_PEOPLE, ...OF_THE_STAFF]) {
    const owner = given[OF_THE_STAFF.includes(table) ? INSIDER : KEEPER]
    await superuser.query(`update "${table}" set account_id = $3 where network_id = $1 and id = $2`, [
      theirs,
      idOf(table),
      owner,
    ])
  }
}
