import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { asRead } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const DESK = '/so-cooperation/bureau'
let app: TestApp
let staff: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp()
  staff = (await staffOf(database.superuser, 'so-cooperation')) as StaffContext
  cookie = await signedIn(app, staff.account)
})

const textOf = async (path: string) => (await app.request(path, { headers: { cookie } })).text()

async function twins(name: string) {
  const kept = await aListing(staff, { name })
  const other = await aListing(staff, { name: `Association ${name}` })
  return { kept, page: `${DESK}/doublons/${kept.id}/${other.id}` }
}

async function merge(page: string, name: 'left' | 'right') {
  const html = await textOf(page)
  const version = (side: string) => html.match(new RegExp(`name="v_${side}" value="(\\d+)"`))![1]!
  const versions = { v_left: version('left'), v_right: version('right') }
  const fields = { garder: 'left', ...versions, champ_name: name, intent: 'fusionner' }
  const done = await app.request(page, { method: 'POST', body: form(fields), headers: { cookie } })
  expect(done.status).toBe(302)
}

describe('The pages of merges', () => {
  it('say which record went into which, and under whose name', async () => {
    const { kept, page } = await twins('Parrainages Doba')
    const compared = asRead(await textOf(page))
    expect(compared).toContain('sous le nom choisi ci-dessus')
    expect(compared).not.toContain('au profit')
    await merge(page, 'right')
    const [went, was] = ['Association Parrainages Doba', 'Parrainages Doba']
    const line = `La fiche « ${went} » est réunie à « ${was} », sous le nom « ${went} »`
    expect(asRead(await textOf(`${DESK}/doublons/fusions`))).toContain(line)
    // Once it can be undone no more, what it was is told still.
    await database.superuser.query(`update organisation_merge set kept_before = '{}' where kept_id = $1`, [
      kept.id,
    ])
    expect(asRead(await textOf(`${DESK}/doublons/fusions`))).toContain(line)
    const record = asRead(await textOf(`${DESK}/structures/${kept.id}`))
    expect(record).toContain(`Fiche « ${went} » réunie à celle-ci par ${staff.account.name}`)
    expect(record).toContain(`Nom : ${was} → ${went}`)
    const past = asRead(await textOf(`${DESK}/structures/${kept.id}/fusionnees`))
    expect(past).toContain(`Fusionnée dans : ${was}<`)

    const same = await twins('Doba Ensemble')
    await merge(same.page, 'left')
    const kept2 = 'La fiche « Association Doba Ensemble » est réunie à « Doba Ensemble »<'
    expect(asRead(await textOf(`${DESK}/doublons/fusions`))).toContain(kept2)
    expect(asRead(await textOf(`${DESK}/structures/${same.kept.id}`))).toContain('réunie à celle-ci')
  })
})
