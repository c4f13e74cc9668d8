import { beforeAll, describe, expect, it } from 'vitest'
import { getOrganisation } from '#server/crm/organisation/get-organisation.server.ts'
import { updateOrganisation } from '#server/crm/organisation/update-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { addPicture } from '#server/projects/picture/add-picture.server.ts'
import { changePicture } from '#server/projects/picture/change-picture.server.ts'
import { getProject } from '#server/projects/project/get-project.server.ts'
import { projectInput } from '#server/projects/project/project.schema.ts'
import { updateProject } from '#server/projects/project/update-project.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { memoryFiles } from '#tests/support/memory-files.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aProjectInput, aPublishedProject } from '#tests/support/projects.ts'
import { aListing, staffOf } from '#tests/support/published.ts'
import { picture } from '#tests/support/sample-files.ts'

const database = useDatabase()
const DESK = '/so-cooperation/bureau/projets'
let app: TestApp
let staff: StaffContext
let holder: string

beforeAll(async () => {
  app = await startApp()
  configureFiles(memoryFiles())
  staff = await staffOf(database.superuser, 'so-cooperation')
  holder = (await aListing(staff, { name: 'Les Amis du Mono', insee: '79191' })).id
})

const read = async (path: string) => decoded(await (await app.request(path)).text())
const json = async (path: string) => (await app.request(`/api/v1${path}`)).json()

describe('With the country only', () => {
  const kept = ['Jénine', 'Femmes de Tulkarem', 'Naplouse', '32.46', '35.29']

  it('nothing public tells where, nor with whom, by whatever door', async () => {
    const { id, slug } = await aPublishedProject(staff, {
      holders: [holder],
      title: 'Ateliers de confiance',
      countries: ['PS'],
      place: 'Jénine',
      lat: 32.46,
      lon: 35.29,
      countryOnly: true,
      partnersThere: [{ name: 'Femmes de Tulkarem', kind: 'association', place: 'Naplouse', country: 'PS' }],
    })
    const doors = [
      `/so-cooperation/projets/${slug}`,
      `/so-cooperation/projets/${slug}.data`,
      '/so-cooperation/projets?q=confiance',
      '/so-cooperation/projets.data?q=confiance',
      '/projets?q=confiance',
      '/so-cooperation/projets/flux.xml',
      '/so-cooperation/projets/flux.json',
      '/so-cooperation/sitemap.xml',
      '/api/v1/so-cooperation/projects?q=confiance',
      '/api/v1/so-cooperation/projects.csv',
      '/api/v1/so-cooperation/projects.geojson',
      `/api/v1/so-cooperation/projects/${slug}`,
      '/api/v1/projects?q=confiance',
    ]
    for (const door of doors) {
      const answer = await read(door)
      for (const secret of kept) expect(answer, `${door} tells ${secret}`).not.toContain(secret)
    }
    expect(await read(`/so-cooperation/projets/${slug}`)).toContain('Association')
    const { rows } = await database.superuser.query('select * from project_listing where id = $1', [id])
    const everything = JSON.stringify(rows[0])
    for (const secret of [...kept, 'jenin', 'tulkarem', 'naplous']) expect(everything).not.toContain(secret)
    // Searching the words kept away finds nothing: an answer would be a telling one.
    for (const word of ['jénine', 'tulkarem', 'naplouse'])
      expect((await json(`/so-cooperation/projects?q=${word}`)).total, word).toBe(0)
  })

  it('a text that names the place is refused at its field', async () => {
    const cookie = await signedIn(app, staff.account)
    const refused = await app.request(`${DESK}/nouveau`, {
      method: 'POST',
      body: form({
        title: 'Centre de Jénine',
        holders: 'Les Amis du Mono (Niort)',
        status: 'running',
        visibility: 'public',
        place: 'Jénine',
        countryOnly: 'on',
      }),
      headers: { cookie },
    })
    expect(refused.status).toBe(422)
    expect(decoded(await refused.text())).toContain('Ce texte nomme le lieu')
  })

  it('a text that names one word of the place, or of a partner’s, is refused; a country, a kind of place may be said', () => {
    const told = (summary: string, place: string, partner = 'Atakpamé (préfecture de l’Ogou)') =>
      projectInput
        .safeParse({
          ...aProjectInput({ holders: [holder] }),
          countryOnly: true,
          summary,
          place,
          partnersThere: [{ name: 'Un comité', place: partner, country: 'TG' }],
        })
        .error?.issues.map(({ path, message }) => `${path} ${message}`)
    const refused = ['summary locates']
    expect(told('Un puits à Kpalimé.', 'Kpalimé, région des Plateaux')).toEqual(refused)
    expect(told('Un puits sur les plateaux.', 'Kpalimé, région des Plateaux')).toEqual(refused)
    expect(told('Un puits à KPALIME', 'Ville de Kpalimé')).toEqual(refused)
    expect(told('Les femmes de l’Ogou', 'Lomé')).toEqual(refused)
    expect(told('Un puits près de Man', 'Man ; Danané')).toEqual(refused)
    expect(
      told('Un grand puits au Togo, dans une ville de la région.', 'Kpalimé, région des Plateaux (Togo)'),
    ).toBe(undefined)
    expect(told('Sous la paillote, au nord du Bénin', 'Quartier nord de Lomé, au Bénin')).toBe(undefined)
  })

  it('neither a funder nor a picture may tell the place', async () => {
    const input = aProjectInput({ holders: [holder], title: 'Puits', place: 'Tombouctou', countryOnly: true })
    expect(
      projectInput.safeParse({ ...input, funding: [{ funder: 'Ville de Tombouctou' }] }).error,
    ).toMatchObject({
      issues: [{ path: ['funding'], message: 'locates' }],
    })
    const { id } = await aPublishedProject(staff, { ...input, countryOnly: false })
    const upload = { name: 'puits.png', bytes: await picture('png') }
    await addPicture(staff, id, upload, { alt: 'Le marché de Tombouctou', credit: '' })
    const { version, pictures } = await getProject(staff, id)
    await expect(updateProject(staff, id, version, input)).rejects.toMatchObject({
      details: { field: 'countryOnly', fault: 'pictures_locate' },
    })
    await changePicture(staff, id, pictures[0]!.file, { alt: 'Un marché', credit: '' })
    await updateProject(staff, id, version, input)
    await expect(addPicture(staff, id, upload, { alt: 'Tombouctou', credit: '' })).rejects.toMatchObject({
      details: { field: 'alt', fault: 'locates' },
    })
  })

  it('the database itself refuses a place on the listing, whoever writes', async () => {
    await expect(
      database.superuser.query(`update project_listing set place = 'Jénine' where country_only`),
    ).rejects.toThrow(/check constraint/)
  })

  it('ticked on a published project, the place leaves the public at once', async () => {
    const { id, slug } = await aPublishedProject(staff, {
      holders: [holder],
      title: 'École ouverte',
      place: 'Kpalimé',
      lat: 6.9,
      lon: 0.63,
    })
    expect((await json(`/so-cooperation/projects/${slug}`)).place).toBe('Kpalimé')
    const { version } = await getProject(staff, id)
    const input = { holders: [holder], title: 'École ouverte', place: 'Kpalimé', lat: 6.9, lon: 0.63 }
    const known = async () => {
      const words = `select word from listing_word where word in ('kpalime', 'ecole') order by 1`
      return (await database.superuser.query<{ word: string }>(words)).rows.map(({ word }) => word)
    }
    expect(await known()).toEqual(['ecole', 'kpalime'])
    await updateProject(staff, id, version, aProjectInput({ ...input, countryOnly: true }))
    // Nor is it a word that mistyped searches are mended with.
    expect(await known()).toEqual(['ecole'])
    expect(await json(`/so-cooperation/projects/${slug}`)).toMatchObject({
      place: null,
      lat: null,
      lon: null,
    })
  })
})

describe('Of the organisations around it', () => {
  it('a project withdrawn while an organisation around it is renamed stays withdrawn', async () => {
    const { id: held } = await aListing(staff, { name: 'Renommée' })
    const { id, slug } = await aPublishedProject(staff, { holders: [held], title: 'Retiré à temps' })
    const holding = database.superuser
    const waits = async () =>
      (
        await holding.query(
          `select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))`,
        )
      ).rows
    await holding.query('begin')
    let renamed: Promise<unknown>
    try {
      // As the act of withdrawing does, before it commits.
      await holding.query('select 1 from project where id = $1 for update', [id])
      await holding.query('update project set published_at = null where id = $1', [id])
      await holding.query('delete from project_listing where id = $1', [id])
      const { version } = await getOrganisation(staff, held)
      renamed = updateOrganisation(staff, held, version, anOrganisation({ name: 'Nommée autrement' }))
      await expect.poll(waits, { timeout: 20_000 }).not.toEqual([])
    } finally {
      await holding.query('commit')
    }
    await renamed
    expect((await app.request(`/so-cooperation/projets/${slug}`)).status).toBe(404)
    expect((await json('/so-cooperation/projects?q=temps')).total).toBe(0)
  })

  it('is found by the name of who holds it in its own panorama, and elsewhere by those shown there only', async () => {
    const { id: discreet } = await aListing(staff, { name: 'Zanzibaris de Niort', shownToNetworks: false })
    await aPublishedProject(staff, { holders: [holder, discreet], title: 'Pirogues' })
    expect(await read('/so-cooperation/projets?q=zanzibaris')).toContain('Pirogues')
    expect((await json('/so-cooperation/projects?q=zanzibaris+pirogues')).total).toBe(1)
    expect((await json('/projects?q=zanzibaris')).total).toBe(0)
    expect((await json('/projects?q=pirogues')).total).toBe(1)
    // What was told to other networks leaves their searches with the choice.
    const { version } = await getOrganisation(staff, holder)
    const said = { name: 'Les Amis du Mono', insee: '79191' }
    await updateOrganisation(staff, holder, version, anOrganisation({ ...said, shownToNetworks: false }))
    expect((await json('/projects?q=mono+pirogues')).total).toBe(0)
    await updateOrganisation(staff, holder, version + 1, anOrganisation(said))
    expect((await json('/projects?q=mono+pirogues')).total).toBe(1)
  })
})
