import { beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const DESK = '/so-cooperation/bureau'
let app: TestApp
let staff: StaffContext
let cookie: string
let stranger: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  stranger = await signedIn(app, (await staffOf(database.superuser, 'gescod')).account)
})

const get = (path: string, who = cookie) => app.request(path, { headers: { cookie: who } })
const textOf = async (path: string) => (await get(path)).text()
const send = (path: string, fields: Record<string, string>, who = cookie) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie: who } })

const acronymOf = (name: string) => `X${name.split(' ').at(-1)!.toUpperCase()}`

async function twins(name: string) {
  const kept = await aListing(staff, { name })
  const other = await aListing(staff, { name: `Association ${name}`, acronym: acronymOf(name) })
  return { kept, other, page: `${DESK}/doublons/${kept.id}/${other.id}` }
}

/** The form as it stands on the page, what is proposed included. */
async function proposedIn(page: string): Promise<Record<string, string>> {
  const elements = elementsOf(await textOf(page))
  const fields: Record<string, string> = {}
  for (const { attributes } of elements) {
    const name = attributes.get('name')
    const chosen = attributes.get('type') === 'hidden' || attributes.has('checked')
    if (name && chosen) fields[name] = attributes.get('value') ?? ''
  }
  return fields
}

describe('The pages of duplicates', () => {
  it('lead from the pair to one record, and back to two', async () => {
    const { kept, other, page } = await twins('Amis de Kpalimé')
    const list = await textOf(`${DESK}/doublons?q=kpalime`)
    expect(list).toContain('Association Amis de Kpalimé')
    expect(list).toContain('Même nom')
    expect(await textOf(DESK)).toContain(page.slice(DESK.length))

    const fields = await proposedIn(page)
    expect(fields).toMatchObject({ garder: 'left', champ_name: 'left', champ_acronym: 'right' })
    const done = await send(page, { ...fields, intent: 'fusionner' })
    expect(done.headers.get('location')).toBe(`${DESK}/structures/${kept.id}?fait=fusionnee`)
    expect(await textOf(`${DESK}/structures/${kept.id}`)).toContain(acronymOf('Amis de Kpalimé'))
    expect(await textOf(`${DESK}/doublons?q=kpalime`)).not.toContain('Association Amis de Kpalimé')

    for (const end of ['', '/modifier', '/pieces']) {
      const moved = await get(`${DESK}/structures/${other.id}${end}`)
      expect([moved.status, moved.headers.get('location')]).toEqual([
        302,
        `${DESK}/structures/${kept.id}${end}`,
      ])
    }
    const address = await get(`/so-cooperation/annuaire/${other.slug}`)
    expect([address.status, address.headers.get('location')]).toEqual([
      301,
      `/so-cooperation/annuaire/${kept.slug}`,
    ])
    const api = await get(`/api/v1/so-cooperation/organisations/${other.slug}`)
    expect([api.status, api.headers.get('location')]).toEqual([
      301,
      `/api/v1/so-cooperation/organisations/${kept.slug}`,
    ])

    const again = await send(page, { ...fields, intent: 'fusionner' })
    expect(again.headers.get('location')).toBe(`${DESK}/structures/${kept.id}?fait=fusionnee`)

    const merges = elementsOf(await textOf(`${DESK}/doublons/fusions`))
    const merge = merges
      .find(({ attributes }) => attributes.get('name') === 'fusion')!
      .attributes.get('value')!
    expect((await send(`${DESK}/doublons/fusions`, { fusion: merge }, stranger)).status).toBe(403)
    expect((await send(`${DESK}/doublons/fusions`, { fusion: merge })).status).toBe(302)
    expect((await get(`/so-cooperation/annuaire/${other.slug}`)).status).toBe(200)
    expect(await textOf(`${DESK}/doublons/fusions`)).toContain('Annulée par')
  })

  it('keep the other record when it is chosen, and say when somebody saved one of them meanwhile', async () => {
    const { other, page } = await twins('Passerelles du Zou')
    const fields = await proposedIn(`${page}?garder=right`)
    expect(fields).toMatchObject({ garder: 'right', champ_name: 'right' })
    const late = await send(page, { ...fields, v_left: '1', intent: 'fusionner' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Rien n’a été fusionné')
    const done = await send(page, { ...fields, intent: 'fusionner' })
    expect(done.headers.get('location')).toContain(other.id)
  })

  it('remember that two records are two, and take it back', async () => {
    const { kept, other } = await twins('Ponts du Zio')
    const both = { a: kept.id, b: other.id }
    await send(`${DESK}/doublons`, { ...both, intent: 'distinctes' })
    expect(await textOf(`${DESK}/doublons?q=zio`)).not.toContain('Association Ponts du Zio')
    expect(await textOf(`${DESK}/doublons?vue=ecartes&q=zio`)).toContain('Association Ponts du Zio')
    await send(`${DESK}/doublons`, { ...both, intent: 'reprendre' })
    expect(await textOf(`${DESK}/doublons?q=zio`)).toContain('Association Ponts du Zio')
  })

  it('answer whoever is of another network as if nothing were there', async () => {
    const { kept, other, page } = await twins('Rives du Mono')
    expect((await get(page, stranger)).status).toBe(403)
    const there = page.replace('so-cooperation', 'gescod')
    expect((await get(there, stranger)).status).toBe(404)
    const fields = { garder: 'left', v_left: '2', v_right: '2', intent: 'fusionner' }
    expect((await send(there, fields, stranger)).status).toBe(404)
    expect(
      (await send('/gescod/bureau/doublons', { a: kept.id, b: other.id, intent: 'distinctes' }, stranger))
        .status,
    ).toBe(404)
    expect((await get(`${DESK}/structures/${other.id}`)).status).toBe(200)
  })

  it('begin a search through all the records when asked', async () => {
    const asked = await send(`${DESK}/doublons`, { intent: 'chercher' })
    expect(asked.headers.get('location')).toMatch(/\/bureau\/travaux\/[0-9a-f-]{36}$/)
    expect((await send(`${DESK}/doublons`, { intent: 'tout fusionner' })).status).toBe(400)
  })

  it('open whatever the address asks', async () => {
    await createOrganisation(staff, anOrganisation({ name: 'Seule' }))
    for (const query of ['?page=9999', '?certitude=peut-etre', '?q=%25', '?vue=ecartes&page=-1'])
      expect((await get(`${DESK}/doublons${query}`)).status, query).toBeLessThan(400)
  })
})
