import { beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const DESK = '/so-cooperation/bureau'
let app: TestApp
let staff: StaffContext
let cookie: string
let floki: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  floki = (await createOrganisation(staff, anOrganisation({ name: 'Floki', insee: '33063' }))).id
  await database.superuser.query(
    `with p as (insert into person (network_id, id, given_name, family_name)
       values ($1, gen_random_uuid(), 'Awa', 'Zongo-Essai') returning network_id, id)
     insert into person_position (network_id, id, person_id, organisation_id)
       select network_id, gen_random_uuid(), id, $2 from p`,
    [staff.network.id, floki],
  )
})

type Group = { key: string; options: { label: string; detail: string; href: string }[] }
const found = async (q: string) => {
  const asked = new URLSearchParams({ q })
  const response = await app.request(`${DESK}/recherche/trouve?${asked}`, { headers: { cookie } })
  return (await response.json()) as { q: string; groups: Group[]; note: { missing: string[] } | null }
}
const labels = ({ groups }: { groups: Group[] }, key: string) =>
  groups.find((group) => group.key === key)?.options.map(({ label }) => label) ?? []

describe('The palette of the desk', () => {
  it('finds an organisation and the people there, slips forgiven, and says where each opens', async () => {
    const [first] = (await found('Floky')).groups
    expect(first).toMatchObject({
      key: 'organisations',
      options: [{ label: 'Floki', href: `${DESK}/structures/${floki}` }],
    })
    const people = (await found('zongo')).groups.find(({ key }) => key === 'people')!
    expect(people.options[0]).toMatchObject({ label: 'Awa Zongo-Essai', detail: 'Floki' })
  })

  it('tells what one may do and where one may go before anything is typed', async () => {
    const all = await found('')
    expect(labels(all, 'actions')).toEqual(['Noter un appui', 'Nouvelle structure', 'Nouvelle personne'])
    expect(labels(all, 'pages')).toContain('Appuis')
    // For administrators alone.
    expect(labels(all, 'pages')).not.toContain('Journal')
    expect(labels(await found('nouvelle pers'), 'actions')).toEqual(['Nouvelle personne'])
  })

  it('understands a support, which is noted at once and can be taken back', async () => {
    expect((await found('Floki 45 min budget')).note).toMatchObject({
      organisation: { id: floki },
      missing: [],
    })
    expect((await found('Floki')).note).toBeNull()
    const fields = { intent: 'noter', phrase: 'Floki 45 min budget', depuis: 'palette' }
    const response = await app.request(`${DESK}/appuis.data`, {
      method: 'POST',
      body: form(fields),
      headers: { cookie },
    })
    expect(await response.text()).toContain('appui-note')
    const { rows } = await database.superuser.query('select minutes, kind from support_act')
    expect(rows).toEqual([{ minutes: 45, kind: 'funding' }])
  })

  it('is an ordinary page where there is no script', async () => {
    const page = async (query: string) =>
      decoded(await (await app.request(`${DESK}/recherche${query}`, { headers: { cookie } })).text())
    expect(await page('')).toContain(`href="${DESK}/recherche"`)
    expect(await page('?q=floky')).toContain(`href="${DESK}/structures/${floki}"`)
    expect(await page('?q=xylophonistes')).toContain('Rien ne répond à')
    expect(await page('?q=Floki+45+min+budget')).toContain('appuis/nouveau?phrase=Floki+45+min+budget')
  })

  it('finds nothing of another network', async () => {
    const others = await staffOf(database.superuser, 'resacoop')
    await createOrganisation(others, anOrganisation({ name: 'Lointaine' }))
    expect(labels(await found('Lointaine'), 'organisations')).toEqual([])
  })

  it('understands who is written without accents or capitals, and so does what is then sent', async () => {
    await createOrganisation(staff, anOrganisation({ name: 'Hôpital', insee: '79311' }))
    const phrase = 'Secondigny hopital 45 min budget'
    expect((await found(phrase)).note).toMatchObject({ missing: [] })
    const send = async (path: string, fields: Record<string, string>) =>
      (await app.request(DESK + path, { method: 'POST', body: form(fields), headers: { cookie } })).status
    expect(await send('/appuis', { intent: 'noter', phrase })).toBe(302)
    const { rows } = await database.superuser.query(
      `select o.name from support_act_organisation l join organisation o on o.id = l.organisation_id
       where o.name <> 'Floki'`,
    )
    expect(rows).toEqual([{ name: 'Hôpital' }])
    const fields = { happenedOn: '2026-11-19', minutes: '30 min', kind: 'funding', topic: 'Sans accent' }
    for (const organisations of ['hopital', 'HOPITAL (secondigny)'])
      expect(await send('/appuis/nouveau', { ...fields, organisations }), organisations).toBe(302)
    // Written as it is, the one with the accent is meant and not the other; a slip is nobody.
    await createOrganisation(staff, anOrganisation({ name: 'Hopital', insee: '79311' }))
    expect(await send('/appuis/nouveau', { ...fields, organisations: 'hôpital' })).toBe(302)
    expect(await send('/appuis/nouveau', { ...fields, organisations: 'hopitul' })).toBe(422)
  })
})
