import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readTable } from '#packages/spreadsheet/read-table.server.ts'
import { forgetExchanged } from '#server/crm/jobs/forget-exchanged-files.server.ts'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { tagOrganisation } from '#server/crm/tag/wear-tag.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { cellsOf } from '#tests/support/csv-cells.ts'
import { useDatabase } from '#tests/support/database.ts'
import { asRead } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { importing } from '#tests/support/importing.ts'
import { memoryFiles } from '#tests/support/memory-files.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPerson, contextOf } from '#tests/support/people.ts'

const database = useDatabase()
const LISTS = '/so-cooperation/bureau/demandes-de-listes'
let app: TestApp
let cookie: string
let staff: StaffContext
let desk: ReturnType<typeof importing>

beforeAll(async () => {
  app = await startApp()
  configureFiles(memoryFiles())
  const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
  staff = contextOf('so-cooperation', person) as StaffContext
  cookie = await signedIn(app, person)
  desk = importing(database.superuser, app, cookie)
  await createOrganisation(
    staff,
    anOrganisation({ name: '=SOMME(A1)', kind: 'association', countries: ['TG'] }),
  )
  await createOrganisation(
    staff,
    anOrganisation({ name: 'Ville Témoin', kind: 'local_authority', subkind: null }),
  )
  await desk.imported(
    'Nom;Type;Contact;E-mail contact\nAvec Quelqu’un;Association;Alix INVENTÉE;alix@essai.example\n',
  )
})

const ask = (fields: Record<string, string | string[]>) =>
  desk.send(`${LISTS}/nouvelle`, {
    but: 'Annuaire du Département',
    objet: 'organisations',
    format: 'csv',
    ...fields,
  })

async function prepared(fields: Record<string, string | string[]>) {
  const page = (await ask(fields)).headers.get('location')!
  await desk.work()
  const html = await desk.read(page)
  const link = html.match(/href="(\/so-cooperation\/fichiers\/[^"]+)"/)![1]!
  const file = await app.request(link, { headers: { cookie } })
  return { page, html, file: Buffer.from(await file.arrayBuffer()), type: file.headers.get('content-type') }
}

describe('A list', () => {
  it('holds what the filters of its page ask, in the columns that were chosen, and no formula', async () => {
    const { file } = await prepared({
      criteres: 'type=association&sort=name',
      colonne: ['name', 'countries'],
    })
    const cells = cellsOf(file.toString().replace('\uFEFF', ''))
    expect(cells).toEqual([
      ['Nom', 'Pays'],
      ["'=SOMME(A1)", 'Togo'],
      ['Avec Quelqu’un', ''],
    ])
  })

  it('keeps the order of the page it comes from', async () => {
    const named = async (criteres: string) => {
      const { file } = await prepared({ criteres, colonne: ['name'] })
      return cellsOf(file.toString().replace('\uFEFF', '')).slice(1).flat()
    }
    const up = await named('tri=name')
    expect(up).toEqual(["'=SOMME(A1)", 'Avec Quelqu’un', 'Ville Témoin'])
    expect(await named('tri=-name')).toEqual(up.toReversed())
    expect((await named('tri=-type'))[0]).toBe('Ville Témoin')
    expect(await named('tri=inconnu')).toEqual(up)
  })

  it('gives no way to who is not to be contacted, nor to somebody’s home', async () => {
    const fields = { email: 'discrete@essai.example', phone: '05 36 49 11 22', contactable: false }
    const home = { seatPrivate: true, address: '3 rue du Puits', insee: '79191', postalCode: '79000' }
    await createOrganisation(staff, anOrganisation({ name: 'Chez Quelqu’une', ...fields, ...home }))
    const criteres = 'q=chez+quelqu'
    const colonne = ['name', 'address', 'postalCode', 'city', 'phone']
    const { file } = await prepared({ criteres, colonne })
    expect(cellsOf(file.toString().replace('\uFEFF', ''))[1]).toEqual([
      'Chez Quelqu’une',
      '',
      '',
      'Niort',
      '',
    ])
    expect((await ask({ criteres, colonne: ['name', 'email'] })).status).toBe(422)
  })

  it('says for which years a structure was a member, its tags, and with a reason who looks after it', async () => {
    const { id } = await createOrganisation(staff, anOrganisation({ name: 'Fidèle Adhérente' }))
    await createOrganisation(staff, anOrganisation({ name: 'Fidèle Sans Lien' }))
    for (const [year, college] of [[2024, 'Petites'], [2026, 'Grandes']] as const)
      await database.superuser.query(
        `insert into membership (network_id, organisation_id, year, college, joined_on)
         values ($1, $2, $3, $4, '2024-01-01')`,
        [staff.network.id, id, year, college],
      ) // biome-ignore format: one year each
    for (const name of ['Relais', 'École']) await tagOrganisation(staff, id, name)
    await database.superuser.query('update organisation set looked_after_by = $1 where id = $2', [
      staff.account.id,
      id,
    ])
    const criteres = 'q=fidele&tri=name'
    const colonne = ['name', 'memberYears', 'college', 'tags']
    const read = async (fields: Record<string, string | string[]>) =>
      cellsOf((await prepared({ criteres, ...fields })).file.toString().replace('\uFEFF', ''))
    expect(await read({ colonne })).toEqual([
      ['Nom', 'Adhérente (années)', 'Collège de la dernière adhésion', 'Étiquettes'],
      ['Fidèle Adhérente', '2026 | 2024', 'Grandes', 'École | Relais'],
      ['Fidèle Sans Lien', '', '', ''],
    ])
    expect((await ask({ criteres, colonne: ['name', 'keeper'] })).status).toBe(422)
    expect(await read({ colonne: ['keeper'], motif: 'Passage de relais' })).toEqual([
      ['Suivie par'],
      [staff.account.name],
      [''],
    ])
  })

  it('leaves a line in the register: who asked, what for, how many', async () => {
    await prepared({
      demandeur: 'Dominique Exemple',
      organisme: 'Département témoin',
      contact: 'd@dep.example',
    })
    const html = await desk.read(LISTS)
    for (const said of ['Annuaire du Département', 'Dominique Exemple, Département témoin'])
      expect(html).toContain(said)
  })

  it('says what it is narrowed to while it is prepared, and keeps it in the register', async () => {
    const criteres =
      'q=exacte&type=association&departement=33&pays=TG&adherent=2025&annuaire=publiee&tri=-place'
    const said = 'Recherche : « exacte »|Association|Gironde|Togo|Adhérente en 2025|Publiée'
    const words = [...said.split('|'), 'Ordre : Lieu, décroissant']
    const preparing = asRead(await desk.read(`${LISTS}/nouvelle?objet=organisations&${criteres}`))
    for (const word of words) expect(preparing).toContain(`>${asRead(word)}</li>`)
    const { page, html } = await prepared({ criteres, but: 'Selon des critères' })
    const kept = asRead(words.join(' · '))
    for (const read of [html, await desk.read(page), await desk.read(LISTS)])
      expect(asRead(read)).toContain(kept)
    expect(await desk.rows(`select criteria from list_request where purpose = 'Selon des critères'`)).toEqual(
      [{ criteria: criteres }],
    )
  })

  it('tells the criteria of one that was asked before they were kept in words, and that there are none', async () => {
    const { page } = await prepared({ criteres: 'pays=TG', but: 'D’avant' })
    await database.superuser.query(`update list_request set criteria_words = null where purpose = 'D’avant'`)
    expect(await desk.read(page)).toContain('<dd>Togo</dd>')
    expect(await desk.read(LISTS)).toContain('>Togo</td>')
    const { html } = await prepared({ but: 'Tout' })
    expect(asRead(html)).toContain(asRead('Aucun : toute la liste'))
  })

  it('is found in the register however many came after it', async () => {
    await ask({ but: 'La toute première' })
    await database.superuser.query(`
      insert into list_request (network_id, id, account_id, subject, purpose, columns, format, created_at, kept_until)
      select network_id, gen_random_uuid(), account_id, subject, 'Après ' || n, columns, format, created_at + n * interval '1 minute', kept_until
      from list_request, generate_series(1, 120) n where purpose = 'La toute première'`)
    expect(await desk.read(LISTS)).not.toContain('La toute première')
    const past = await app.request(`${LISTS}?page=999`, { headers: { cookie } })
    const last = past.headers.get('location')!
    expect(last).toMatch(/\?page=3$/)
    expect(await desk.read(last)).toContain('La toute première')
    await database.superuser.query(`delete from list_request where purpose like 'Après %'`)
  })

  it('comes as a workbook too', async () => {
    const { file, type } = await prepared({ format: 'xlsx', colonne: ['name'] })
    expect(type).toContain('spreadsheetml')
    const path = join(mkdtempSync(join(tmpdir(), 'maillage-')), 'list')
    writeFileSync(path, file)
    const { kind, headings, rows } = await readTable(path)
    expect([kind, headings]).toEqual(['xlsx', ['Nom']])
    const names: string[] = []
    for await (const { cells } of rows) names.push(cells[0]!)
    expect(names).toContain('=SOMME(A1)')
  })

  it('remembers the columns of the one before', async () => {
    await prepared({ colonne: ['name', 'sdgs'] })
    const html = await desk.read(`${LISTS}/nouvelle`)
    const ticked = [...html.matchAll(/<input[^>]*name="colonne"[^>]*>/g)].filter(([one]) =>
      one.includes('checked'),
    )
    expect(ticked.map(([one]) => one.match(/value="([^"]+)"/)![1])).toEqual(['name', 'sdgs'])
  })
})

describe('Personal data', () => {
  it('leave with a reason alone', async () => {
    const refused = await ask({ colonne: ['name', 'people'] })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Dites pourquoi')
    const people = { objet: 'people', colonne: ['familyName', 'givenName', 'email', 'organisation'] }
    expect((await ask(people)).status).toBe(422)
    const { file } = await prepared({ ...people, motif: 'Invitation du Département, supprimée ensuite' })
    expect(cellsOf(file.toString().replace('\uFEFF', '')).slice(1)).toEqual([
      ['INVENTÉE', 'Alix', 'alix@essai.example', 'Avec Quelqu’un'],
    ])
  })

  it('that are not asked are not in the file', async () => {
    const { file } = await prepared({ colonne: ['name', 'city'] })
    expect(file.toString()).not.toContain('alix@')
  })
})

describe('A file that was handed over', () => {
  it('goes after its time, and the register still tells of it', async () => {
    const { page } = await prepared({ colonne: ['name'] })
    await forgetExchanged({ now: () => new Date(Date.now() + 200 * 86_400_000) })
    const html = await desk.read(page)
    expect(html).toContain('n’est plus gardé')
    expect(html).not.toContain('/fichiers/')
    const lines = await desk.rows('select 1 from organisation_import_line')
    expect(lines).toEqual([])
  })
})
