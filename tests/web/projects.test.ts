import { beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { unpublishOrganisation } from '#server/crm/organisation/unpublish-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { getProject } from '#server/projects/project/get-project.server.ts'
import { publishProject } from '#server/projects/project/publish-project.server.ts'
import { unpublishProject } from '#server/projects/project/unpublish-project.server.ts'
import { updateProject } from '#server/projects/project/update-project.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded, elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aProject, aProjectInput, aPublishedProject } from '#tests/support/projects.ts'
import { aListing, staffOf } from '#tests/support/published.ts'
import { picture } from '#tests/support/sample-files.ts'

const database = useDatabase()
const DESK = '/so-cooperation/bureau/projets'
let app: TestApp
let staff: StaffContext
let cookie: string
let holder: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  holder = (await aListing(staff, { name: 'Les Amis du Mono', insee: '79191' })).id
})

const asStaff = async (path: string) => (await app.request(path, { headers: { cookie } })).text()
const read = async (path: string) => decoded(await (await app.request(path)).text())
const json = async (path: string) => (await app.request(`/api/v1${path}`)).json()
const send = (path: string, fields: Record<string, string | string[]>) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const fields = {
  title: 'Puits de Tsévié',
  summary: 'Trois puits, un comité.',
  holders: 'Les Amis du Mono (Niort)',
  status: 'running',
  visibility: 'public',
  countries: ['TG', 'BJ'],
  sectors: ['water'],
}
const idOf = (response: Response) => response.headers.get('location')!.match(/projets\/([0-9a-f-]{36})/)![1]!

describe('Staff', () => {
  it('enter a project, publish it, and the public finds it in the panorama and at its own page', async () => {
    const created = await send(`${DESK}/nouveau`, {
      ...fields,
      partnerName: ['Comité de Tsévié', ''],
      partnerKind: ['association', ''],
      partnerPlace: ['Tsévié', ''],
      partnerCountry: ['TG', ''],
      funder: ['Agence de l’eau', ''],
      amount: ['12 500,00', ''],
      budget: '45 000',
      startedOn: '2024-03-01',
    })
    const id = idOf(created)
    expect(await read('/so-cooperation/projets')).not.toContain('Puits de Tsévié')
    expect((await send(`${DESK}/${id}`, { intent: 'publier' })).status).toBe(302)
    expect(await read('/so-cooperation/projets')).toContain('Puits de Tsévié')
    const page = await read('/so-cooperation/projets/puits-de-tsevie')
    for (const told of [
      'Comité de Tsévié',
      'Agence de l’eau',
      'De 10 000 à 50 000',
      'Les Amis du Mono',
      'Togo · Bénin',
    ])
      expect(page, told).toContain(told)
    expect(page).not.toMatch(/45[\s\u00a0\u202f]?000|4500000|12[\s\u00a0\u202f]?500/)
    expect(await asStaff(`${DESK}/${id}`)).toMatch(/45[\s\u00a0\u202f]000/)
  })

  it('keep what they typed when something is refused, each fault at its field', async () => {
    const refused = await send(`${DESK}/nouveau`, {
      ...fields,
      title: '',
      holders: 'Inconnue au bataillon',
      endedOn: '2020-01-01',
      startedOn: '2021-01-01',
      budget: 'beaucoup',
    })
    expect(refused.status).toBe(422)
    const page = decoded(await refused.text())
    for (const said of [
      'Donnez un titre',
      'Inconnue au bataillon',
      'La fin vient avant',
      'Ce montant ne se lit pas',
    ])
      expect(page, said).toContain(said)
    expect(page).toContain('beaucoup')
  })

  it('are told who saved meanwhile, and nothing of the other is lost', async () => {
    const { id } = await aProject(staff, { holders: [holder], title: 'Deux mains' })
    const { version } = await getProject(staff, id)
    await updateProject(staff, id, version, aProjectInput({ holders: [holder], title: 'La première' }))
    const late = await send(`${DESK}/${id}/modifier`, {
      ...fields,
      title: 'La seconde',
      version: String(version),
    })
    expect(late.status).toBe(409)
    expect(decoded(await late.text())).toContain('Camille Essai a enregistré ce projet')
    expect((await getProject(staff, id)).title).toBe('La première')
  })

  it('find projects by words, by holder, by status, and those of authorities alone', async () => {
    const town = await createOrganisation(
      staff,
      anOrganisation({ name: 'Ville de Poitiers', kind: 'local_authority', subkind: 'municipality' }),
    )
    await aProject(staff, {
      holders: [town.id],
      title: 'Jumelage de Moundou',
      countries: ['TD'],
      status: 'done',
    })
    expect(await asStaff(`${DESK}?q=jumelage`)).toContain('1 projet<')
    expect(await asStaff(`${DESK}?q=poitiers`)).toContain('Jumelage de Moundou')
    const authorities = await asStaff(`${DESK}?collectivites=oui`)
    expect(authorities).toContain('Jumelage de Moundou')
    expect(authorities).not.toContain('Puits de Tsévié')
    expect(await asStaff(`${DESK}?statut=done`)).not.toContain('Puits de Tsévié')
    const themes = decoded(await asStaff(`${DESK}/themes`))
    expect(themes).toContain('Tchad')
    expect(themes).toContain('collectivites=oui&statut=counted&pays=TD&secteur=agriculture')
    const abandoned = { holders: [town.id], title: 'Forage', countries: ['TD'], status: 'abandoned' }
    await aProject(staff, abandoned)
    const opened = themes.match(/[?]collectivites=oui&statut=counted&pays=TD(&tri=holder)?"/g)!
    expect(new Set(opened).size).toBe(2)
    for (const query of opened) expect(await asStaff(DESK + query.slice(0, -1))).toContain('1 projet<')
  })

  it('see on the record of an organisation the projects it holds, and add one it will hold', async () => {
    const record = await asStaff(`/so-cooperation/bureau/structures/${holder}`)
    expect(record).toContain('Puits de Tsévié')
    expect(record).toContain(`${DESK}/nouveau?porteur=${holder}`)
    expect(decoded(await asStaff(`${DESK}/nouveau?porteur=${holder}`))).toContain('Les Amis du Mono (Niort)')
  })

  it('are told the organisations that answer what they type, and choose by a label that comes back', async () => {
    const answer = await (
      await app.request('/so-cooperation/bureau/structures/suggestions?q=amis', { headers: { cookie } })
    ).json()
    expect(answer.found).toContainEqual({
      value: 'Les Amis du Mono (Niort)',
      label: 'Les Amis du Mono (Niort)',
    })
    const twins = { name: 'Homonymes', insee: '79191' }
    for (const _ of [1, 2]) await createOrganisation(staff, anOrganisation(twins))
    const refused = await send(`${DESK}/nouveau`, { ...fields, holders: 'Homonymes (Niort)' })
    const [choice] = decoded(await refused.text()).match(/Homonymes \(Niort\) #[0-9a-f]{6}/) ?? []
    expect((await send(`${DESK}/nouveau`, { ...fields, holders: choice! })).status).toBe(302)
  })

  it('cannot publish what lacks a summary, a country or a sector, and are told what lacks', async () => {
    const { id } = await aProject(staff, { holders: [holder], summary: '', sectors: [] })
    const refused = await send(`${DESK}/${id}`, { intent: 'publier' })
    expect(refused.status).toBe(422)
    const page = decoded(await refused.text())
    expect(page).toContain('Un résumé.')
    expect(page).toContain('Au moins un secteur.')
  })

  it('keep for the team what must never be published', async () => {
    const { id } = await aProject(staff, { holders: [holder], visibility: 'team' })
    await expect(publishProject(staff, id)).rejects.toMatchObject({ code: 'projects.not_publishable' })
  })
})

describe('The panorama', () => {
  it('counts each facet without itself, and narrows by year under way', async () => {
    const given = { holders: [holder], countries: ['KM'], sectors: ['energy'], status: 'done' }
    await aPublishedProject(staff, {
      ...given,
      title: 'Soleil un',
      startedOn: '2018-05-01',
      endedOn: '2020-02-01',
    })
    await aPublishedProject(staff, {
      ...given,
      title: 'Soleil deux',
      startedOn: '2021-05-01',
      endedOn: '2021-09-01',
    })
    const found = await json('/so-cooperation/projects?country=KM&year=2019')
    expect(found.items.map(({ title }: { title: string }) => title)).toEqual(['Soleil un'])
    const years = Object.fromEntries(
      found.facets.year.map(({ value, count }: { value: string; count: number }) => [value, count]),
    )
    expect(years).toEqual({ 2018: 1, 2019: 1, 2020: 1, 2021: 1 })
    expect(await read('/so-cooperation/projets?country=KM')).toContain('2 projets')
  })

  it('says so where nothing is published, and leads to every network', async () => {
    const page = await read('/gescod/projets')
    expect(page).toContain('Aucun projet n’est encore publié ici')
    expect(page).toContain('href="/projets"')
  })

  it('names a holder as long as it is listed, and not a day more', async () => {
    const other = await aListing(staff, { name: 'Comité Sahel Marais' })
    const { slug } = await aPublishedProject(staff, { holders: [other.id], title: 'Forêts du Sahel' })
    expect(await read(`/so-cooperation/projets/${slug}`)).toContain('Comité Sahel Marais')
    expect((await json('/so-cooperation/projects?q=marais')).total).toBe(1)
    await unpublishOrganisation(staff, other.id)
    const after = await read(`/so-cooperation/projets/${slug}`)
    expect(after).not.toContain('Comité Sahel Marais')
    expect(after).toContain('et 1 porteur non publié')
    expect((await json('/so-cooperation/projects?q=marais')).total).toBe(0)
  })

  it('shows near and alike projects, and none of another country as near', async () => {
    const given = { holders: [holder], countries: ['VN'], sectors: ['health'], sdgs: [3] }
    const { slug } = await aPublishedProject(staff, {
      ...given,
      title: 'Dispensaire de Hué',
      lat: 16.46,
      lon: 107.59,
    })
    await aPublishedProject(staff, { ...given, title: 'Maternité de Hanoï', lat: 21.03, lon: 105.85 })
    await aPublishedProject(staff, { ...given, title: 'Soins à Da Nang', lat: 16.05, lon: 108.2 })
    await aPublishedProject(staff, { ...given, countries: ['BO'], title: 'Soins à Sucre' })
    const page = await read(`/so-cooperation/projets/${slug}`)
    const near = page.slice(page.indexOf('Projets à proximité'), page.indexOf('Projets semblables'))
    expect(near.indexOf('Da Nang')).toBeGreaterThan(0)
    expect(near.indexOf('Da Nang')).toBeLessThan(near.indexOf('Hanoï'))
    expect(near).not.toContain('Sucre')
    expect(page.slice(page.indexOf('Projets semblables'))).toContain('Soins à Sucre')
  })

  it('is followed by feeds that its head names, which hold only what is published', async () => {
    const heads = elementsOf(await (await app.request('/so-cooperation/projets')).text())
    const hrefs = heads.flatMap(({ attributes }) => attributes.get('href') ?? [])
    expect(hrefs).toEqual(
      expect.arrayContaining(['/so-cooperation/projets/flux.xml', '/so-cooperation/projets/flux.json']),
    )
    const { id } = await aPublishedProject(staff, { holders: [holder], title: 'Vu <b>puis</b> & retiré' })
    const rss = await app.request('/so-cooperation/projets/flux.xml')
    expect(rss.headers.get('content-type')).toContain('application/rss+xml')
    const text = await rss.text()
    expect(text).toContain('Puits de Tsévié')
    expect(text).not.toContain('<b>')
    expect(text).toContain('/so-cooperation/projets/puits-de-tsevie')
    await unpublishProject(staff, id)
    expect(await read('/so-cooperation/projets/flux.json')).not.toContain('retiré')
    expect(await read('/so-cooperation/annuaire/flux.xml')).toContain('Les Amis du Mono')
    expect(await read('/so-cooperation/sitemap.xml')).toContain('/so-cooperation/projets/puits-de-tsevie')
  })
})

describe('Pictures', () => {
  it('need words, are read by all while the project is published, and by the team otherwise', async () => {
    const { id } = await aProject(staff, { holders: [holder], title: 'Image' })
    const bytes = await picture('png')
    const upload = (alt: string) => {
      const body = new FormData()
      body.append('fichier', new Blob([new Uint8Array(bytes)]), 'puits.png')
      body.append('alt', alt)
      return app.request(`${DESK}/${id}/images`, { method: 'POST', body, headers: { cookie } })
    }
    const silent = await upload('')
    expect(silent.status).toBe(422)
    expect(decoded(await silent.text())).toContain('Décrivez l’image')
    expect((await upload('Un puits et sa margelle')).status).toBe(302)
    const { pictures } = await getProject(staff, id)
    const src = `/so-cooperation/fichiers/${pictures[0]!.file}`
    const status = async (path: string) => (await app.request(path)).status
    expect(await status(src)).not.toBe(200)
    const { slug } = await publishProject(staff, id)
    expect(await status(src)).toBe(200)
    expect(await read(`/so-cooperation/projets/${slug}`)).toContain('alt="Un puits et sa margelle"')
    // Added to a project that is public already, one is seen at once.
    expect((await upload('La pompe posée')).status).toBe(302)
    expect(await read(`/so-cooperation/projets/${slug}`)).toContain('alt="La pompe posée"')
    await unpublishProject(staff, id)
    expect(await status(src)).not.toBe(200)
  })
})
