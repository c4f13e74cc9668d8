import { beforeAll, describe, expect, it } from 'vitest'
import { findPairs } from '#server/crm/duplicate/find-pairs.server.ts'
import { findMerges } from '#server/crm/merge/find-merges.server.ts'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { getOrganisation } from '#server/crm/organisation/get-organisation.server.ts'
import { publishOrganisation } from '#server/crm/organisation/publish-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPerson } from '#tests/support/people.ts'
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

/** Somebody who represents this organisation. */
async function aKeeperOf(id: string) {
  const person = await aPerson(database.superuser, { 'so-cooperation': 'member' }, 'Louison Essai')
  await database.superuser.query(
    'insert into grant_organisation select network_id, id, $2 from account_grant where account_id = $1',
    [person.id, id],
  )
  return signedIn(app, person)
}

/** Makes the two one, the first kept. */
async function mergedTwins(name: string) {
  const both = await twins(name)
  const fields = await proposedIn(both.page)
  expect((await send(both.page, { ...fields, intent: 'fusionner' })).status).toBe(302)
  return both
}

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

    const asked = await get(page)
    const led = asked.headers.get('location')!
    expect([asked.status, led]).toEqual([302, `${DESK}/structures/${kept.id}?fait=deja_fusionnees`])
    expect(await textOf(led)).toContain('déjà fusionnées')

    const merges = elementsOf(await textOf(`${DESK}/doublons/fusions`))
    const merge = merges
      .find(({ attributes }) => attributes.get('name') === 'fusion')!
      .attributes.get('value')!
    expect((await send(`${DESK}/doublons/fusions`, { fusion: merge }, stranger)).status).toBe(403)
    expect((await send(`${DESK}/doublons/fusions`, { fusion: merge })).status).toBe(302)
    expect((await get(`/so-cooperation/annuaire/${other.slug}`)).status).toBe(200)
    expect(await textOf(`${DESK}/doublons/fusions`)).toContain('Annulée par')
  })

  it('do not show again a page its people hid, unless somebody chooses so', async () => {
    const shown = async (id: string) =>
      (await database.superuser.query('select 1 from organisation_listing where id = $1', [id])).rowCount
    for (const [name, chosen, left] of [
      ['Prudence', null, 0],
      ['Choix', 'left', 1],
    ] as const) {
      const both = await twins(name)
      await database.superuser.query(
        'update organisation set published_at = null, hidden_by_keeper = true where id = $1',
        [both.other.id],
      )
      expect(await textOf(both.page)).toContain('Masquée par la structure')
      const fields = await proposedIn(both.page)
      expect(fields.champ_published).toBe('right')
      await send(both.page, { ...fields, ...(chosen && { champ_published: chosen }), intent: 'fusionner' })
      expect(await shown(both.kept.id)).toBe(left)
      const kept = await getOrganisation(staff, both.kept.id)
      expect(kept.publishedAt === null).toBe(left === 0)
      const undone = await send(`${DESK}/doublons/fusions`, {
        fusion: (
          await database.superuser.query('select id from organisation_merge where kept_id = $1', [
            both.kept.id,
          ])
        ).rows[0].id,
      })
      expect(undone.status).toBe(302)
      expect(await shown(both.kept.id)).toBe(1)
      expect((await getOrganisation(staff, both.other.id)).publishedAt).toBeNull()
    }
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

  it('say how many there are past the last of them too', async () => {
    const apart = { apart: false, q: '', page: 1 }
    const [pairs, merges] = [await findPairs(staff, apart), await findMerges(staff, 1)]
    expect(pairs.total * merges.total).toBeGreaterThan(0)
    expect(await findPairs(staff, { ...apart, page: 9 })).toMatchObject({ pairs: [], total: pairs.total })
    expect(await findMerges(staff, 9)).toMatchObject({ merges: [], total: merges.total })
  })

  it('open whatever the address asks', async () => {
    await createOrganisation(staff, anOrganisation({ name: 'Seule' }))
    for (const query of ['?page=9999', '?certitude=peut-etre', '?q=%25', '?vue=ecartes&page=-1'])
      expect((await get(`${DESK}/doublons${query}`)).status, query).toBeLessThan(400)
  })
})

describe('What a merge leaves behind', () => {
  it('leads the public forms of the page that went to those of the kept one, what was typed before included', async () => {
    const { kept, other } = await twins('Voisins du Logone')
    const former = `/so-cooperation/annuaire/${other.slug}`
    const page = `/so-cooperation/annuaire/${kept.slug}`
    const fields = await proposedIn(`${DESK}/doublons/${kept.id}/${other.id}`)
    await send(`${DESK}/doublons/${kept.id}/${other.id}`, { ...fields, intent: 'fusionner' })
    for (const [end, query] of [
      ['/representer', ''],
      ['/message', '?de=lettre'],
      ['/correction', ''],
    ]) {
      const moved = await get(`${former}${end}${query}`)
      expect([moved.status, moved.headers.get('location')], end).toEqual([301, `${page}${end}${query}`])
    }
    // The form was open before the merge: it is sent to its own address, and reaches the kept record.
    const asked = await send(`${former}/representer`, { jobTitle: 'Présidence' })
    expect(asked.status).toBe(200)
    const { rows } = await database.superuser.query(
      'select organisation_id as id from representation_request where job_title = $1',
      ['Présidence'],
    )
    expect(rows).toEqual([{ id: kept.id }])
  })

  it('gives its address to whoever takes it next, on the page as in the API', async () => {
    const { other } = await mergedTwins('Semences du Chari')
    const next = await createOrganisation(staff, anOrganisation({ name: 'Nouvelle venue' }))
    await database.superuser.query('update organisation set slug = $1 where id = $2', [other.slug, next.id])
    await publishOrganisation(staff, next.id)
    const page = await get(`/so-cooperation/annuaire/${other.slug}`)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Nouvelle venue')])
    const api = await get(`/api/v1/so-cooperation/organisations/${other.slug}`)
    expect(await api.json()).toMatchObject({ name: 'Nouvelle venue' })
    expect((await get(`/so-cooperation/annuaire/${other.slug}/correction`)).status).toBe(200)
  })

  it('gives clients the record that stands for it, and its people the page they keep now', async () => {
    const { kept, other, page } = await twins('Puits du Batha')
    const keeper = await aKeeperOf(other.id)
    const outsider = await aKeeperOf((await aListing(staff, { name: 'Sans rapport' })).id)
    const fields = await proposedIn(`${page}?garder=left`)
    await send(page, { ...fields, intent: 'fusionner' })
    const input = encodeURIComponent(JSON.stringify({ network: 'so-cooperation', id: other.id }))
    const call = await get(`/api/trpc/crm.getOrganisation?input=${input}`)
    expect((await call.json()).result.data).toMatchObject({ id: kept.id })
    const own = `/so-cooperation/espace/structures`
    for (const end of ['', '/modifier', '/equipe']) {
      const moved = await get(`${own}/${other.id}${end}`, keeper)
      expect([moved.status, moved.headers.get('location')]).toEqual([302, `${own}/${kept.id}${end}`])
      expect((await get(`${own}/${kept.id}${end}`, keeper)).status).toBe(200)
      // Whoever keeps another page learns nothing of this one.
      expect((await get(`${own}/${other.id}${end}`, outsider)).status).toBe(404)
    }
  })

  it('keeps the history of the record that went, one click from the kept one', async () => {
    const { kept, other } = await mergedTwins('Écoles du Guéra')
    const record = `${DESK}/structures/${kept.id}`
    expect(await textOf(record)).toContain(`href="${record}/fusionnees"`)
    const histories = await textOf(`${record}/fusionnees`)
    expect(histories).toContain(
      'Histoire de la fiche fusionnée « Association Écoles du Guéra »'
        .replaceAll(' »', '\u00a0»')
        .replaceAll('« ', '«\u00a0'),
    )
    expect(histories).toContain('Structure créée par')
    expect((await get(`${DESK}/structures/${other.id}/fusionnees`)).headers.get('location')).toBe(
      `${record}/fusionnees`,
    )
    const alone = await createOrganisation(staff, anOrganisation({ name: 'Jamais fusionnée' }))
    expect(await textOf(`${DESK}/structures/${alone.id}`)).not.toContain('/fusionnees"')
    expect(await textOf(`${DESK}/structures/${alone.id}/fusionnees`)).toContain('Aucune fiche')
  })
})

describe('A page that only takes what a form sends', () => {
  it('opened by itself, leads to the page that has the form', async () => {
    const { id } = await aListing(staff, { name: 'À vérifier' })
    const record = `${DESK}/structures/${id}`
    for (const [path, to] of [
      [`${record}/verifier`, record],
      [`${record}/personnes`, `${record}#personnes`],
    ]) {
      const answer = await get(path!)
      expect([answer.status, answer.headers.get('location')], path).toEqual([302, to])
    }
    expect((await get(`${record}/verifier`, stranger)).status).toBe(403)
  })
})
