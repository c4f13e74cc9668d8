import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { inNetwork } from '#db/client.ts'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { publishOrganisation } from '#server/crm/organisation/publish-organisation.server.ts'
import { updateOrganisation } from '#server/crm/organisation/update-organisation.server.ts'
import { record } from '#server/kernel/audit.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { cellsOf } from '#tests/support/csv-cells.ts'
import { useDatabase } from '#tests/support/database.ts'
import { asRead } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPerson, contextOf, noonOf } from '#tests/support/people.ts'

const database = useDatabase()
const JOURNAL = '/so-cooperation/bureau/journal'
let app: TestApp
let admin: string
let dominique: StaffContext
let organisation: string

beforeAll(async () => {
  app = await startApp()
  const person = await aPerson(database.superuser, { 'so-cooperation': 'admin' }, 'Alix Admin')
  admin = await signedIn(app, person)
  dominique = await someone('Dominique Essai', '2026-03-10')
  organisation = (await createOrganisation(dominique, anOrganisation({ name: 'Les Amis du Mono' }))).id
  await updateOrganisation(
    dominique,
    organisation,
    1,
    anOrganisation({ name: 'Les Amis du Mono', acronym: 'LAM' }),
  )
  await publishOrganisation({ ...dominique, clock: noonOf('2026-04-02') }, organisation)
})

const someone = async (name: string, day: string, slug = 'so-cooperation') =>
  contextOf(
    slug,
    await aPerson(database.superuser, { [slug]: 'staff' }, name),
    ['staff'],
    noonOf(day),
  ) as StaffContext
const read = async (query = '', cookie = admin) =>
  asRead(await (await app.request(`${JOURNAL}${query}`, { headers: { cookie } })).text())
/** The sentences of the page, in their order. */
const sentences = (html: string) =>
  [
    ...(html.split('<ol class="time">')[1] ?? '')
      .split('</ol>')[0]!
      .matchAll(/<\/span><div>(?:<a [^>]*>)?([^<]+)/g),
  ].map(([, text]) => text!)
const write = (ctx: StaffContext, action: string, changes: Record<string, unknown> = {}) =>
  inNetwork(ctx, (tx) => record(tx, ctx, { action, objectType: 'essai', objectId: randomUUID(), changes }))

describe('The journal', () => {
  it('tells who did what, the last first, and from what to what', async () => {
    const html = await read()
    expect(sentences(html)).toEqual([
      'Dominique Essai a publié « Les Amis du Mono »',
      'Dominique Essai a modifié « Les Amis du Mono »',
      'Dominique Essai a créé « Les Amis du Mono »',
    ])
    expect(html).toContain('Sigle : LAM')
    expect(html).toContain(`href="/so-cooperation/bureau/structures/${organisation}"`)
  })

  it('is searched by day, person, action and record', async () => {
    const other = await someone('Sacha Autre', '2026-05-01')
    const { id } = await createOrganisation(other, anOrganisation({ name: 'Puits de Kara' }))
    const sacha = 'Sacha Autre a créé « Puits de Kara »'
    expect(sentences(await read(`?qui=${other.account.id}`))).toEqual([sacha])
    expect(sentences(await read(`?fiche=${id}`))).toEqual([sacha])
    expect(sentences(await read('?du=2026-05-01&au=2026-05-01'))).toEqual([sacha])
    expect(sentences(await read('?du=2026-03-11&au=2026-04-30'))).toHaveLength(1)
    expect(sentences(await read('?action=organisation.published'))).toHaveLength(1)
    // What cannot be understood is left out.
    expect(sentences(await read("?du=demain&qui=%27%20or%201=1&apres=n'importe"))).toHaveLength(4)
  })

  it('goes on page after page without losing or repeating a line, written at the same instant or not', async () => {
    const ctx = await someone('Noa Page', '2026-06-01')
    for (let index = 0; index < 120; index++)
      await write(ctx, 'organisation.export_asked', { purpose: `n${index}.` })
    const seen: string[] = []
    let query: string | undefined = `?qui=${ctx.account.id}`
    while (query) {
      const html: string = await read(query)
      seen.push(
        ...[...html.split('<ol class="time">')[1]!.matchAll(/But : (n\d+)\./g)].map(([, one]) => one!),
      )
      query = html.match(/href="[^"]*(\?[^"]*apres=[^"]*)"/)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(new Set(seen).size).toBe(120)
    expect(seen).toHaveLength(120)
  })

  it('is for administrators alone, each in their network', async () => {
    const staff = await signedIn(app, dominique.account)
    for (const path of [JOURNAL, '/so-cooperation/bureau/taches', '/so-cooperation/bureau/service']) {
      expect((await app.request(path, { headers: { cookie: staff } })).status, path).toBe(403)
      expect((await app.request(path, { headers: { cookie: admin } })).status, path).toBe(200)
      const elsewhere = path.replace('so-cooperation', 'gescod')
      expect((await app.request(elsewhere, { headers: { cookie: admin } })).status, path).toBe(403)
    }
  })

  it('leaves as a file whose cells never act, and the leaving is a line', async () => {
    const ctx = await someone('=HYPERLINK("x")', '2026-07-01')
    await write(ctx, 'organisation.export_asked', { purpose: '@SUM(A1)' })
    const answer = await app.request(`${JOURNAL}/exporter`, {
      method: 'POST',
      body: form({ qui: ctx.account.id }),
      headers: { cookie: admin },
    })
    expect(answer.headers.get('content-disposition')).toContain('journal-so-cooperation.csv')
    const cells = cellsOf((await answer.text()).replace('\uFEFF', ''))
    expect(cells).toHaveLength(2)
    expect(cells[1]![1]).toMatch(/^'=HYPERLINK/)
    expect(sentences(await read())).toContain('Alix Admin a exporté le journal')
  })

  it('never holds a secret, however deep it was put', async () => {
    const ctx = await someone('Max Secret', '2026-08-01')
    await write(ctx, 'account.changed', {
      password: 'Hunter2-Hunter2',
      passwordHash: '$argon2id$x',
      link: { token: 'jeton-clair' },
      list: [{ sessionCookie: 'biscuit', name: 'gardé' }],
    })
    const { rows } = await database.superuser.query(
      `select changes::text as told from audit_entry where account_id = $1`,
      [ctx.account.id],
    )
    expect(rows[0].told).not.toMatch(/Hunter2|argon2id|jeton-clair|biscuit/)
    expect(rows[0].told).toContain('gardé')
    expect(sentences(await read(`?qui=${ctx.account.id}`))).toEqual(['Max Secret : account.changed'])
  })

  it('can be added to and never changed, by the program itself either', async () => {
    const attempts = ['update audit_entry set action = $1', 'delete from audit_entry where action <> $1']
    const { clientOf } = await import('#tests/support/database.ts')
    const runtime = await clientOf(database.urls.app)
    await runtime.query(`select set_config('app.network_id', '${dominique.network.id}', false)`)
    for (const attempt of attempts)
      await expect(runtime.query(attempt, ['x'])).rejects.toThrow(/permission denied/)
    await expect(runtime.query('truncate audit_entry')).rejects.toThrow(/permission denied/)
    await runtime.end()
  })
})
