import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { deskOf, idOf } from '#tests/support/desk-dossiers.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let cookie: string
let at: ReturnType<typeof deskOf>

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  at = deskOf(app, staff, cookie)
})

const read = async (path: string) => decoded(await (await app.request(path, { headers: { cookie } })).text())
const hidden = (html: string, name: string) =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? ''

/** A page as somebody opened it: what it says that it showed goes back with what they type. */
async function opened(dossier: string) {
  const response = await app.request(`${dossier}/modifier`, { headers: { cookie } })
  const html = await response.text()
  const { rows } = await database.superuser.query(
    'select organisation_id as id from dossier_holder where dossier_id = $1',
    [idOf(dossier)],
  )
  const holders = rows.map(({ id }) => id)
  const seen = { version: hidden(html, 'version'), bases: decoded(hidden(html, 'bases')) }
  return (fields: Record<string, string>) =>
    at.send(`${dossier}/modifier`, { ...seen, holders, externalNumber: '', externalStatus: '', ...fields })
}

const answers = async (dossier: string) => {
  const { rows } = await database.superuser.query(
    'select answers, external_number from dossier where id = $1',
    [idOf(dossier)],
  )
  return { ...rows[0].answers, number: rows[0].external_number }
}

describe('A dossier that two people of the team have open', () => {
  it('takes in what each changed, told to the second before it is written', async () => {
    const dossier = await at.aDossier(await at.aSession(await at.aDispositif()))
    const [first, second] = [await opened(dossier), await opened(dossier)]
    expect((await first({ 'f.title': 'Un verger', externalNumber: 'N-1' })).status).toBe(302)

    const told = await second({ 'f.summary': 'Planter ensemble', 'f.title': '' })
    expect(told.status).toBe(409)
    const html = await told.text()
    expect(decoded(html)).toContain('Quelqu’un a enregistré ce dossier entre-temps')
    expect(decoded(html)).not.toContain('Vous avez tous deux changé')
    expect(decoded(html)).toContain('value="Un verger"')
    expect(decoded(html)).toContain('value="N-1"')
    expect(await answers(dossier)).toMatchObject({ title: 'Un verger', number: 'N-1' })

    const again = await opened(dossier)
    const saved = await again({
      ...{ version: hidden(html, 'version'), bases: decoded(hidden(html, 'bases')) },
      ...{ 'f.summary': 'Planter ensemble', 'f.title': 'Un verger', externalNumber: 'N-1' },
    })
    expect(saved.status).toBe(302)
    expect(await answers(dossier)).toMatchObject({
      ...{ title: 'Un verger', summary: 'Planter ensemble', number: 'N-1' },
    })
  })

  it('shows both versions of what both changed, and writes neither over the other unasked', async () => {
    const dossier = await at.aDossier(await at.aSession(await at.aDispositif()))
    const [first, second] = [await opened(dossier), await opened(dossier)]
    expect((await first({ 'f.title': 'Un verger', externalNumber: 'N-1' })).status).toBe(302)
    const told = await second({ 'f.title': 'Un potager', externalNumber: 'N-2' })
    expect(told.status).toBe(409)
    const html = decoded(await told.text())
    expect(html).toContain('Vous avez tous deux changé')
    expect(html).toContain('<dd>N-1</dd>')
    expect(html).toContain('Un verger')
    expect(html).toContain('value="Un potager"')
    expect(html).toContain('value="N-2"')
    expect(await answers(dossier)).toMatchObject({ title: 'Un verger', number: 'N-1' })
    expect(await read(dossier)).toContain('Un verger')
  })
})
