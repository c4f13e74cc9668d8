import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { asRead, elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aPerson } from '#tests/support/people.ts'

const database = useDatabase()
let app: TestApp

beforeAll(async () => {
  app = await startApp()
})

const DESK = '/so-cooperation/bureau'
const get = (path: string, cookie: string) => app.request(path, { headers: { cookie } })
const post = (path: string, fields: Record<string, string>, cookie: string) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })

describe('An intern', () => {
  it('enters and proposes, but neither publishes nor exports nor invites', async () => {
    const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
    await database.superuser.query(`update account_grant set profile = 'intern' where account_id = $1`, [
      person.id,
    ])
    const cookie = await signedIn(app, person)
    const created = await post(`${DESK}/structures/nouvelle`, { name: 'Proposée', type: 'other' }, cookie)
    expect(created.status).toBe(302)
    const record = created.headers.get('location')!.split('?')[0]!
    expect(await (await get(record, cookie)).text()).toContain('Une personne de l’équipe relit et publie')
    expect((await post(record, { intent: 'publier' }, cookie)).status).toBe(403)
    expect((await post(`${DESK}/demandes-de-listes/nouvelle`, { but: 'Essai' }, cookie)).status).toBe(403)
    await database.superuser.query('update organisation set published_at = now(), slug = $2 where id = $1', [
      record.split('/').at(-1),
      'proposee',
    ])
    expect(await (await get(record, cookie)).text()).not.toContain('>Modifier<')
    const edit = { name: 'Changée', type: 'other', version: '1' }
    expect((await post(`${record}/modifier`, edit, cookie)).status).toBe(403)
    const asked = `${DESK}/equipe/inviter?structure=${record.split('/').at(-1)}`
    const refused = await get(asked, cookie)
    const said = await refused.text()
    expect([refused.status, said.includes('Votre rôle dans ce réseau (stagiaire)')]).toEqual([403, true])
    expect(said).toContain('class="rail"')
  })
})

describe('Somebody of the team limited to other missions', () => {
  it('reads the records and changes none of them; the team sees the limit', async () => {
    const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' }, 'Léa Essai')
    await database.superuser.query(`update account_grant set missions = '{animate}' where account_id = $1`, [
      person.id,
    ])
    const cookie = await signedIn(app, person)
    const list = await get(`${DESK}/structures`, cookie)
    expect([list.status, (await list.text()).includes('structures/nouvelle')]).toEqual([200, false])
    expect((await post(`${DESK}/structures/nouvelle`, { name: 'X', type: 'other' }, cookie)).status).toBe(403)
    expect((await post(`${DESK}/demandes-de-listes/nouvelle`, { but: 'Essai' }, cookie)).status).toBe(403)
    expect(asRead(await (await get(`${DESK}/equipe`, cookie)).text())).toContain('limité à : Animer')
  })
})

describe('The page of roles', () => {
  it('names in words every action of the product, for every role', async () => {
    const cookie = await signedIn(app, await aPerson(database.superuser, { 'so-cooperation': 'admin' }))
    for (const language of ['fr', 'en']) {
      const html = await (await get(`${DESK}/roles?lng=${language}`, cookie)).text()
      expect(html).not.toMatch(/roles\.(can|group)\./)
      const lines = elementsOf(html).filter(({ attributes }) => attributes.has('data-action'))
      expect(lines.length).toBeGreaterThan(15)
    }
  })
})
