import { beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { findListChoices } from '#server/crm/segment/find-list-choices.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded, elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const LIST = '/so-cooperation/bureau/structures'
let app: TestApp
let staff: StaffContext
let colleague: StaffContext
const cookies = new Map<StaffContext, string>()

beforeAll(async () => {
  app = await startApp()
  for (const name of ['staff', 'colleague'] as const) {
    const ctx = await staffOf(database.superuser, 'so-cooperation')
    cookies.set(ctx, await signedIn(app, ctx.account))
    if (name === 'staff') staff = ctx
    else colleague = ctx
  }
  await createOrganisation(staff, anOrganisation({ name: 'Puits du Togo', countries: ['TG'] }))
  await createOrganisation(
    staff,
    anOrganisation({ name: 'Écoles du Togo', countries: ['TG'], insee: '75056' }),
  )
  await createOrganisation(staff, anOrganisation({ name: 'Amis du Sénégal', countries: ['SN'] }))
})

const listOf = async (query: string, who = staff) =>
  decoded(await (await app.request(LIST + query, { headers: { cookie: cookies.get(who)! } })).text())
const post = (fields: Record<string, string>, who = staff) =>
  app.request(`${LIST}/segments`, {
    method: 'POST',
    body: form(fields),
    headers: { cookie: cookies.get(who)! },
  })
const linksOf = (html: string) => elementsOf(html).flatMap(({ attributes }) => attributes.get('href') ?? [])

describe('Filters of the list', () => {
  it('are combined in the address, counted, and each is taken off by its chip', async () => {
    const html = await listOf('?pays=TG&hors=1&tri=-name')
    expect(html).toContain('1 structure')
    expect(html).toContain('Écoles du Togo')
    expect(html).not.toContain('Puits du Togo')
    expect(html).toMatch(/Enlever le filtre «\s?Togo\s?»/)
    const without = linksOf(html).find(
      (link) => link.startsWith(`${LIST}?`) && !link.includes('pays=') && link.includes('hors=1'),
    )
    expect(new URL(without!, 'http://essai').searchParams.get('tri')).toBe('-name')
    expect(await listOf(without!.slice(LIST.length))).toContain('Écoles du Togo')
  })

  it('say so when nothing answers them all', async () => {
    expect(await listOf('?pays=SN&hors=1')).toContain('Aucune structure ne répond à tous ces filtres')
  })
})

describe('A filter kept under a name', () => {
  const TOGO = 'pays=TG'
  it('stands above the list of its author, and of the team only once it is shared', async () => {
    const answer = await post({ intent: 'enregistrer', nom: 'Au Togo', filtre: `${TOGO}&page=3&nimporte=1` })
    expect(answer.headers.get('location')).toBe(`${LIST}?${TOGO}&fait=segment`)
    expect(linksOf(await listOf(''))).toContain(`${LIST}?${TOGO}`)
    expect(linksOf(await listOf('', colleague))).not.toContain(`${LIST}?${TOGO}`)
    const [segment] = (await findListChoices(staff)).segments
    await post({ intent: 'changer', segment: segment!.id, nom: 'Au Togo', partage: 'oui' })
    expect(linksOf(await listOf('', colleague))).toContain(`${LIST}?${TOGO}`)
  })

  it('is changed and deleted by its author alone', async () => {
    const [segment] = (await findListChoices(staff)).segments
    const id = segment!.id
    expect((await post({ intent: 'supprimer', segment: id }, colleague)).status).toBe(404)
    expect((await post({ intent: 'changer', segment: id, nom: 'Volé' }, colleague)).status).toBe(404)
    await post({ intent: 'enregistrer', segment: id, filtre: 'pays=SN' })
    expect((await findListChoices(staff)).segments).toMatchObject([
      { name: 'Au Togo', query: 'pays=SN', shared: true },
    ])
    expect((await post({ intent: 'supprimer', segment: id })).status).toBe(302)
    expect((await findListChoices(staff)).segments).toEqual([])
  })

  it('asks for a name, and keeps what was asked meanwhile', async () => {
    const answer = await post({ intent: 'enregistrer', nom: ' ', filtre: TOGO })
    expect(answer.status).toBe(422)
    const html = decoded(await answer.text())
    expect(html).toContain('Donnez un nom à ce filtre.')
    expect(html).toContain(`value="${TOGO}"`)
  })
})
