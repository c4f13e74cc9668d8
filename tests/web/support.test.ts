import { beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { findTodo } from '#server/kernel/todo/find-todo.server.ts'
import { actInput } from '#server/support/act/act.schema.ts'
import { logAct } from '#server/support/act/log-act.server.ts'
import { forgetActsRemovedLongAgo } from '#server/support/jobs/forget-removed-acts.server.ts'
import { nextSteps, supportOfOrganisation } from '#server/support/public.ts'
import { cellsOf } from '#tests/support/csv-cells.ts'
import { useDatabase } from '#tests/support/database.ts'
import { useDemoData } from '#tests/support/demo-data.ts'
import { decoded, elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPerson, contextOf, noonOf } from '#tests/support/people.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
useDemoData(database, { networks: 2 })
const DESK = '/so-cooperation/bureau'
const NOW = noonOf('2026-11-20')
let app: TestApp
let staff: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp({ clock: NOW })
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
})

const pageOf = async (path: string) =>
  decoded(await (await app.request(path, { headers: { cookie } })).text())
const send = (path: string, fields: Record<string, string | string[]>) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const located = async (path: string, fields: Record<string, string | string[]>) =>
  new URL((await send(path, fields)).headers.get('location')!, 'http://x')
const rowsOf = async (query: string, values: unknown[]) =>
  (await database.superuser.query(query, values)).rows
const named = 'select id from organisation where name = $1 and network_id = $2'
const idOf = async (name: string): Promise<string> => (await rowsOf(named, [name, staff.network.id]))[0].id
const understoodOf = async (phrase: string) => {
  const asked = new URLSearchParams({ phrase })
  return (await (await app.request(`${DESK}/appuis/compris?${asked}`, { headers: { cookie } })).json())
    .understood
}

describe('The year of support of SO Coopération, 2025', () => {
  it('comes out as its report says, its average computed', async () => {
    const html = await pageOf(`${DESK}/appuis/bilan?annee=2025`)
    const values = html
      .split('class="stat"')
      .slice(1)
      .map((part) => [...part.matchAll(/<span[^>]*>([^<]*)<\/span>/g)].slice(0, 2).map(([, text]) => text))
    expect(values).toEqual([
      ['42', 'structures accompagnées au fil de l’eau'],
      ['128 h', 'heures d’appui'],
      ['148', 'appuis'],
      ['3,05 h', 'heures par structure, en moyenne'],
      ['19', 'collectivités accompagnées (AECT)'],
      ['52 h', 'heures d’appui'],
      ['36', 'appuis'],
      ['61', 'structures distinctes accompagnées'],
      ['0', 'dans les deux familles'],
    ])
    expect(html).toContain('42 + 19 − 0 dans les deux = 61')
    expect(html).toContain('128 h ÷ 42 structures')
  })

  it('opens each figure on as many rows as it says', async () => {
    const html = await pageOf(`${DESK}/appuis/bilan?annee=2025`)
    const links = elementsOf(html)
      .filter(({ attributes }) => attributes.get('class') === 'stat' && attributes.has('href'))
      .map(({ attributes }) => decoded(attributes.get('href')!))
    expect(links).toHaveLength(8)
    const totals = await Promise.all(
      links.map(async (href) => (await pageOf(href)).match(/aria-live="polite">(\d+ appuis, [^<]*)</)?.[1]),
    )
    expect(totals).toEqual([
      '148 appuis, 128 h, 42 structures',
      '148 appuis, 128 h, 42 structures',
      '148 appuis, 128 h, 42 structures',
      '36 appuis, 52 h, 19 structures',
      '36 appuis, 52 h, 19 structures',
      '36 appuis, 52 h, 19 structures',
      '184 appuis, 180 h, 61 structures',
      '0 appuis, 0 h, 0 structure',
    ])
    const filtered = 'annee=2025&famille=aect&type=strategy'
    const organisations = await pageOf(`${DESK}/appuis?vue=structures&${filtered}`)
    const acts = elementsOf(organisations)
      .map(({ attributes }) => decoded(attributes.get('href') ?? ''))
      .find((href) => href.includes('structure='))
    expect(acts).toMatch(new RegExp(`\\?${filtered}&structure=`))
  })

  it('counts once an authority met in both families, and says so', async () => {
    const { rows } = await database.superuser.query(
      `select l.organisation_id as id from support_act a join support_act_organisation l on l.act_id = a.id
       where a.network_id = $1 and a.family = 'aect' and extract(year from happened_on) = 2025 limit 1`,
      [staff.network.id],
    )
    const { id } = await logAct(
      staff,
      actInput.parse({ organisations: [rows[0].id], happenedOn: '2025-06-03', minutes: 60, kind: 'funding' }),
    )
    const html = await pageOf(`${DESK}/appuis/bilan?annee=2025`)
    expect(html).toContain('43 + 19 − 1 dans les deux = 61')
    const both = await pageOf(`${DESK}/appuis?annee=2025&vue=structures&recoupement=1`)
    expect(both).toMatch(/ 1 structure</)
    expect((await send(`${DESK}/appuis`, { intent: 'supprimer', appui: id })).status).toBe(302)
    expect(await pageOf(`${DESK}/appuis/bilan?annee=2025`)).toContain('42 + 19 − 0')
  })

  it('leaves as a file, and leaves a line', async () => {
    const year = await (await send(`${DESK}/appuis/bilan/exporter`, { annee: '2025' })).text()
    expect(cellsOf(year)).toContainEqual([expect.any(String), 'structures distinctes accompagnées', '61'])
    const told = await database.superuser.query(`select 1 from audit_entry where action = 'support.exported'`)
    expect(told.rows).toHaveLength(1)
  })
})

describe('A support noted in a sentence', () => {
  it('is saved with what it says, and can be taken back', async () => {
    const to = await located(`${DESK}/appuis`, { intent: 'noter', phrase: 'Floki 45 min budget' })
    expect(to.searchParams.get('fait')).toBe('appui-note')
    const act = to.searchParams.get('appui')!
    const { rows } = await database.superuser.query('select * from support_act where id = $1', [act])
    const said = { minutes: 45, kind: 'funding', family: 'flow', topic: 'budget' }
    expect(rows[0]).toMatchObject({ ...said, account_id: staff.account.id })
    expect(await pageOf(to.pathname + to.search)).toContain('value="supprimer"')
    const record = await pageOf(`${DESK}/structures/${await idOf('Floki')}`)
    expect(record).toContain('Financement · 45 min · budget')
    const back = await located(`${DESK}/appuis`, { intent: 'supprimer', appui: act })
    expect(await pageOf(back.pathname + back.search)).toContain('value="retablir"')
    expect((await app.request(`${DESK}/appuis/${act}`, { headers: { cookie } })).status).toBe(404)
    await send(`${DESK}/appuis`, { intent: 'retablir', appui: act })
    expect((await app.request(`${DESK}/appuis/${act}`, { headers: { cookie } })).status).toBe(200)
  })

  it('shows what was understood before anything is saved, slips forgiven', async () => {
    const understood = await understoodOf('1h30 visio Flokki statuts hier')
    expect(understood).toMatchObject({
      organisation: { name: 'Floki' },
      pieces: [
        '1 h 30',
        '19 nov. 2026',
        'Structuration',
        'visio',
        expect.stringMatching(/^sujet.:.statuts$/),
      ],
      missing: [],
    })
  })

  it('opens the whole form when it does not say all, with what it says and what it lacks', async () => {
    const to = await located(`${DESK}/appuis`, { intent: 'noter', phrase: 'Assoencore 30 min' })
    expect(to.pathname).toBe(`${DESK}/appuis/nouveau`)
    const html = await pageOf(to.pathname + to.search)
    expect(html).toContain('Assoencore (')
    expect(html).toContain('value="30 min"')
    expect(html).toContain('Choisissez le type d’appui.')
  })

  it('needs no name on a record, and comes back there', async () => {
    const structure = await idOf('Budmo')
    const to = await located(`${DESK}/appuis`, {
      intent: 'noter',
      phrase: '1 h convention tél',
      kind: 'partners',
      structure,
      depuis: 'fiche',
    })
    expect(to.pathname).toBe(`${DESK}/structures/${structure}`)
    expect(await pageOf(to.pathname + to.search)).toContain('Partenaires · 1 h · convention')
  })

  it('accompanies no association on its external action', async () => {
    expect((await understoodOf('Floki 1h stratégie')).missing).toEqual(['kind'])
    expect((await understoodOf('Ville de Poitiers 1h stratégie')).pieces).toContain('Stratégie')
    const structure = await idOf('Floki')
    const to = await located(`${DESK}/appuis`, {
      intent: 'noter',
      phrase: '1 h',
      kind: 'strategy',
      structure,
    })
    expect(to.pathname).toBe(`${DESK}/appuis/nouveau`)
    const both = { happenedOn: '2026-11-02', minutes: '1 h', kind: 'strategy', version: '1' }
    const organisations = 'Floki\nVille de Poitiers'
    const refused = await send(`${DESK}/appuis/nouveau`, { ...both, organisations })
    expect(refused.status).toBe(422)
    expect(decoded(await refused.text())).toContain('ne concerne qu’elles')
  })
})

describe('A support written in full', () => {
  const fields = {
    happenedOn: '2026-11-02',
    minutes: '1 h 30',
    kind: 'funding',
    channel: 'visit',
    topic: 'Dossier',
    agreed: 'Relire le budget',
    note: 'Trésorerie fragile',
    nextStep: 'Rappeler',
    nextOn: '2026-11-24',
    version: '1',
  }

  it('is refused with a sentence at each field, and keeps what was typed', async () => {
    const response = await send(`${DESK}/appuis/nouveau`, {
      ...fields,
      organisations: 'Personne de ce nom',
      minutes: 'longtemps',
      kind: 'x',
      happenedOn: '2026-02-31',
    })
    const html = decoded(await response.text())
    expect(response.status).toBe(422)
    for (const said of [
      'Une structure n’a pas été reconnue',
      'Écrivez une durée',
      'Choisissez le type',
      'Écrivez une date',
      'value="longtemps"',
      'Personne de ce nom',
    ])
      expect(html).toContain(said)
  })

  it('takes names where there is no script, changes, and is not written over', async () => {
    // A slip is not taken for somebody: the search alone forgives it.
    const slip = await send(`${DESK}/appuis/nouveau`, { ...fields, organisations: 'Flokki' })
    expect(slip.status).toBe(422)
    const to = await located(`${DESK}/appuis/nouveau`, { ...fields, organisations: 'Floki\nBudmo' })
    const id = to.searchParams.get('appui')!
    const two = await supportOfOrganisation(staff, await idOf('Budmo'))
    expect(two.find((one) => one.id === id)).toMatchObject({
      agreed: 'Relire le budget',
      by: 'Camille Essai',
    })
    for (const own of ['Trésorerie', 'Rappeler']) expect(JSON.stringify(two)).not.toContain(own)
    const only = { ...fields, organisations: await idOf('Floki'), topic: 'Autre' }
    expect((await send(`${DESK}/appuis/${id}`, only)).status).toBe(302)
    expect((await send(`${DESK}/appuis/${id}`, only)).status).toBe(409)
    expect((await supportOfOrganisation(staff, await idOf('Budmo'))).map((one) => one.id)).not.toContain(id)
  })

  it('awaits its next step from whoever wrote it, until it is done', async () => {
    const { lines } = await findTodo(staff, [nextSteps])
    expect(lines).toEqual([
      expect.objectContaining({
        kind: 'support_next',
        title: 'Floki — Rappeler',
        path: expect.stringMatching(/^appuis\//),
      }),
    ])
    await send(`${DESK}/appuis`, { intent: 'fait', appui: lines[0]!.path.split('/')[1]! })
    expect((await findTodo(staff, [nextSteps])).lines).toEqual([])
    const colleague = await staffOf(database.superuser, 'so-cooperation')
    expect((await findTodo(colleague, [nextSteps])).lines).toEqual([])
  })

  it('takes no organisation and no project of another network', async () => {
    const others = await staffOf(database.superuser, 'cirrma')
    const { id } = await createOrganisation(others, anOrganisation({ name: 'Ailleurs' }))
    const response = await send(`${DESK}/appuis/nouveau`, { ...fields, organisations: id })
    expect(response.status).toBe(422)
    expect(decoded(await response.text())).toContain('n’existe plus dans votre réseau')
  })

  it('is told to the people of the organisation, and to nobody else’s', async () => {
    const [mine, other] = [await idOf('Floki'), await idOf('Budmo')]
    const person = await aPerson(database.superuser, { 'so-cooperation': 'member' })
    const [grant] = await rowsOf('select id from account_grant where account_id = $1', [person.id])
    await rowsOf(
      'insert into grant_organisation (network_id, grant_id, organisation_id) values ($1, $2, $3)',
      [staff.network.id, grant.id, mine],
    )
    const ctx = contextOf('so-cooperation', person, ['member'])
    ctx.grants[0]!.id = grant.id
    expect((await supportOfOrganisation(ctx, mine)).length).toBeGreaterThan(0)
    await expect(supportOfOrganisation(ctx, other)).rejects.toMatchObject({ status: 404 })
  })

  it('deleted thirty days ago is forgotten', async () => {
    const standing = 'select id from support_act where network_id = $1 and removed_at is null limit 2'
    const [old, recent] = (await rowsOf(standing, [staff.network.id])).map(({ id }) => id)
    const removed = (id: string, at: string) =>
      rowsOf('update support_act set removed_at = $2 where id = $1', [id, at])
    await removed(old, '2026-10-01')
    await removed(recent, '2026-11-10')
    await forgetActsRemovedLongAgo(NOW)
    const left = await rowsOf('select id from support_act where id = any ($1)', [[old, recent]])
    expect(left).toEqual([{ id: recent }])
  })
})
