import { beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const NEW = '/so-cooperation/bureau/structures/nouvelle'
let app: TestApp
let staff: StaffContext
let cookie: string
let known: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  const made = await createOrganisation(
    staff,
    anOrganisation({ name: 'Floki', acronym: 'FLK', insee: '33063' }),
  )
  known = made.id
})

const fields = { name: 'floky', type: 'association', commune: 'Bordeaux (33000)' }
const send = (more: Record<string, string> = {}) =>
  app.request(NEW, { method: 'POST', body: form({ ...fields, ...more }), headers: { cookie } })
const count = async () =>
  (await database.superuser.query('select count(*)::int as n from organisation')).rows[0].n as number

describe('A structure added twice', () => {
  it('is stopped at the first save, with a link to the one it resembles, and all that was typed', async () => {
    const before = await count()
    const response = await send()
    const html = decoded(await response.text())
    expect(response.status).toBe(409)
    expect(html).toContain(`/so-cooperation/bureau/structures/${known}`)
    expect(html).toContain('Floki (FLK)')
    expect(html).toContain('C’est une autre structure, enregistrer')
    expect(html).toContain('value="floky"')
    expect(await count()).toBe(before)
  })

  it('is saved once a person says it is another, or has seen what it resembles while typing', async () => {
    expect((await send({ autre: 'oui' })).status).toBe(302)
    expect((await send({ name: 'Flokii', vues: known })).status).toBe(409)
    const { rows } = await database.superuser.query(
      `select id from organisation where name in ('Floki', 'floky')`,
    )
    expect((await send({ name: 'Flokii', vues: rows.map(({ id }) => id).join(' ') })).status).toBe(302)
  })

  it('is shown while it is typed', async () => {
    const asked = new URLSearchParams({ name: 'FLK' })
    const response = await app.request(`/so-cooperation/bureau/structures/proches?${asked}`, {
      headers: { cookie },
    })
    const { found } = await response.json()
    expect(found[0]).toMatchObject({ id: known, name: 'Floki (FLK)', why: 'sous un autre nom' })
  })

  it('is none when nothing resembles it', async () => {
    expect((await send({ name: 'Les Vergers du Mékong' })).status).toBe(302)
  })
})
