import { beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { addTask } from '#server/crm/task/write-task.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { actInput } from '#server/support/act/act.schema.ts'
import { logAct } from '#server/support/act/log-act.server.ts'
import { cellsOf } from '#tests/support/csv-cells.ts'
import { useDatabase } from '#tests/support/database.ts'
import { asRead, decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { importing } from '#tests/support/importing.ts'
import { memoryFiles } from '#tests/support/memory-files.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPerson, contextOf, noonOf } from '#tests/support/people.ts'
import { aProject } from '#tests/support/projects.ts'

const database = useDatabase()
const DESK = '/so-cooperation/bureau'
const LISTS = `${DESK}/demandes-de-listes`
let app: TestApp
let cookie: string
let staff: StaffContext
let desk: ReturnType<typeof importing>

beforeAll(async () => {
  app = await startApp({ clock: noonOf('2026-11-20') })
  configureFiles(memoryFiles())
  const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' }, 'Camille Essai')
  staff = contextOf('so-cooperation', person) as StaffContext
  cookie = await signedIn(app, person)
  desk = importing(database.superuser, app, cookie)
  const made = (name: string) => createOrganisation(staff, anOrganisation({ name, kind: 'association' }))
  const [lead, partner] = [await made('Zèbre Porteur'), await made('Amie Partenaire')]
  await aProject(staff, {
    title: '=PUITS(1)',
    holders: [lead.id, partner.id],
    partnersThere: [{ name: 'Commune inventée', kind: null, place: 'Kpalimé', country: 'TG' }],
    place: 'Kpalimé',
    startedOn: '2025-03-01',
    status: 'running',
    budgetCents: 12_000_50,
    funding: [{ funder: 'Région inventée', amountCents: 4_000_00 }],
  })
  await aProject(staff, {
    title: 'Discret',
    holders: [partner.id],
    status: 'done',
    countryOnly: true,
    place: 'Ville tue',
    partnersThere: [{ name: 'Partenaire tu', kind: null, place: null, country: 'TG' }],
    budgetBand: 'under_10k',
  })
  const act = (more: object) =>
    logAct(
      staff,
      actInput.parse({ organisations: [lead.id, partner.id], minutes: 90, kind: 'funding', ...more }),
    )
  await act({ happenedOn: '2025-06-03', topic: 'Budget', note: 'Entre nous' })
  await act({ happenedOn: '2024-02-01', topic: 'Statuts' })
  const task = { title: 'Rappeler', dueOn: '2026-11-02', assigneeId: null }
  await addTask(staff, lead.id, task)
  await addTask(staff, partner.id, { ...task, title: 'À moi', dueOn: null, assigneeId: staff.account.id })
})

const ask = (fields: Record<string, string | string[]>) =>
  desk.send(`${LISTS}/nouvelle`, { but: 'Comité de la Région', format: 'csv', ...fields })

async function prepared(fields: Record<string, string | string[]>) {
  const page = (await ask(fields)).headers.get('location')!
  await desk.work()
  const html = await desk.read(page)
  const link = html.match(/href="(\/so-cooperation\/fichiers\/[^"]+)"/)![1]!
  const file = await app.request(link, { headers: { cookie } })
  return {
    page,
    html,
    link,
    cells: cellsOf(await file.text()),
    name: file.headers.get('content-disposition'),
  }
}

/** The list that the « Exporter » of a page proposes: its subject and its filters. */
async function proposedBy(path: string) {
  const html = decoded(await desk.read(path))
  const query = new URLSearchParams(html.match(/demandes-de-listes\/nouvelle\?([^"]+)"/)![1]!)
  const objet = query.get('objet')!
  query.delete('objet')
  return { objet, criteres: String(query) }
}

describe('A list of projects', () => {
  it('leaves the desk’s page with its filters, in the columns chosen, and no formula', async () => {
    const asked = await proposedBy(`${DESK}/projets?q=&statut=running&tri=-title&page=1`)
    expect(asked).toEqual({ objet: 'projects', criteres: 'statut=running&tri=-title' })
    const colonne = ['title', 'holders', 'partnersThere', 'sectors', 'startedOn', 'status', 'budgetBand']
    const { cells, name } = await prepared({ ...asked, colonne: [...colonne, 'budget', 'funding'] })
    expect(cells).toEqual([
      ['Titre', 'Porteurs', 'Partenaires là-bas', 'Secteurs', 'Début', 'Avancement', 'Tranche de budget', 'Budget (€)', 'Financements et montants (€)'],
      ["'=PUITS(1)", 'Zèbre Porteur | Amie Partenaire', 'Commune inventée (Kpalimé, Togo)', expect.stringContaining('Agriculture'), '2025-03-01', 'En cours', 'De 10 000 à 50 000 €', '12000,50', 'Région inventée (4000)'],
    ]) // biome-ignore format: one row a line
    expect(name).toMatch(/projets-so-cooperation-.*\.csv/)
  })

  it('keeps the order of its page, and searches the words of whoever holds them', async () => {
    const titles = async (criteres: string) =>
      (await prepared({ objet: 'projects', criteres, colonne: ['title'] })).cells.slice(1).flat()
    expect(await titles('tri=-title')).toEqual(['Discret', "'=PUITS(1)"])
    expect(await titles('tri=holder')).toEqual(['Discret', "'=PUITS(1)"])
    expect(await titles('q=zebre')).toEqual(["'=PUITS(1)"])
  })

  it('tells a project shown by its country alone by its country alone, unless a reason is kept', async () => {
    const asked = {
      objet: 'projects',
      criteres: 'statut=done',
      colonne: ['countries', 'place', 'partnersThere'],
    }
    expect((await prepared(asked)).cells[1]).toEqual(['Togo', '', ''])
    const { cells, html } = await prepared({ ...asked, motif: 'Réunion de sécurité' })
    expect(cells[1]).toEqual(['Togo', 'Ville tue', 'Partenaire tu (Togo)'])
    expect(html).toContain('Réunion de sécurité')
  })
})

describe('A list of support', () => {
  it('holds the acts that its page shows, and names colleagues with a reason alone', async () => {
    const asked = await proposedBy(`${DESK}/appuis?annee=2025`)
    expect(asked).toEqual({ objet: 'acts', criteres: 'annee=2025' })
    const colonne = ['happenedOn', 'organisations', 'minutes', 'supportKind', 'topic', 'note']
    expect((await prepared({ ...asked, colonne })).cells.slice(1)).toEqual([
      ['2025-06-03', 'Amie Partenaire | Zèbre Porteur', '90', 'Financement', 'Budget', 'Entre nous'],
    ])
    expect((await ask({ ...asked, colonne: ['by'] })).status).toBe(422)
    const named = await prepared({ ...asked, colonne: ['by'], motif: 'Bilan de fin de mission' })
    expect(named.cells).toEqual([['Par'], ['Camille Essai']])
  })
})

describe('A list of tasks', () => {
  it('holds mine, or everyone’s', async () => {
    const colonne = ['task', 'organisation', 'dueOn', 'late']
    const mine = await prepared({ ...(await proposedBy(`${DESK}/a-faire`)), colonne })
    expect(mine.cells.slice(1)).toEqual([['À moi', 'Amie Partenaire', '', 'non']])
    const all = await prepared({ ...(await proposedBy(`${DESK}/a-faire?qui=tous`)), colonne })
    expect(all.cells.slice(1)).toEqual([
      ['Rappeler', 'Zèbre Porteur', '2026-11-02', 'oui'],
      ['À moi', 'Amie Partenaire', '', 'non'],
    ])
  })
})

describe('The register of lists', () => {
  it('keeps the criteria of every kind of list in words', async () => {
    const read = async (objet: string, criteres: string) =>
      asRead((await prepared({ objet, criteres, colonne: [] })).html)
    const ofProjects = await read('projects', 'q=puits&statut=running&pays=TG&collectivites=oui&tri=-title')
    const said =
      'Recherche : « puits » · En cours · Togo · Portés par une collectivité · Ordre : Titre, décroissant'
    expect(ofProjects).toContain(asRead(said))
    const ofActs = await read('acts', `annee=2025&mois=6&type=funding&qui=${staff.account.id}`)
    expect(ofActs).toContain('2025 · juin · Par Camille Essai · Financement')
    expect(await read('tasks', '')).toContain('Tâches de Camille Essai')
    expect(await read('tasks', 'qui=tous')).toContain('Tâches de toute l’équipe')
  })

  it('leads back to the page and to the same request', async () => {
    const { html } = await prepared({ objet: 'projects', criteres: 'statut=done', colonne: ['title'] })
    expect(html).toContain(`href="${DESK}/projets?statut=done"`)
    const again = decoded(html).match(/href="([^"]*nouvelle\?[^"]*)"/)![1]!
    expect(again).toBe(`${LISTS}/nouvelle?objet=projects&statut=done`)
    expect(decoded(await desk.read(again))).toContain('1 projet répond')
    const [line] = await desk.rows(
      `select action from audit_entry where object_type = 'list_request' order by at desc, id desc limit 1`,
    )
    expect(line).toEqual({ action: 'project.export_asked' })
  })

  it('shows and gives to each what they may hand over', async () => {
    const but = 'Pour les seuls projets'
    const { page, link } = await prepared({ objet: 'projects', colonne: ['title'], but })
    const colleague = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
    const mission = `update account_grant set missions = '{accompany}' where account_id = $1`
    await database.superuser.query(mission, [colleague.id])
    const theirs = importing(database.superuser, app, await signedIn(app, colleague))
    const asked = await theirs.send(`${LISTS}/nouvelle`, { but: 'Bilan', objet: 'acts', format: 'csv' })
    expect(asked.status).toBe(302)
    const register = await theirs.read(LISTS)
    expect([register.includes('Bilan'), register.includes(but)]).toEqual([true, false])
    expect(await theirs.read(page)).not.toContain(but)
    expect(await theirs.read(link)).not.toContain('PUITS')
    expect((await theirs.send(`${LISTS}/nouvelle`, { but: 'Non', objet: 'tasks' })).status).toBe(403)
  })
})
