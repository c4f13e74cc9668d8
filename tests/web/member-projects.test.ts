import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { getProject } from '#server/projects/project/get-project.server.ts'
import { updateProject } from '#server/projects/project/update-project.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aPerson } from '#tests/support/people.ts'
import { aProjectInput, aPublishedProject } from '#tests/support/projects.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const DESK = '/so-cooperation/bureau'
const PROPOSALS = `${DESK}/projets/propositions`
let app: TestApp
let staffContext: StaffContext
let staff: string
let admin: string

beforeAll(async () => {
  app = await startApp()
  staffContext = await staffOf(database.superuser, 'so-cooperation')
  staff = await signedIn(app, staffContext.account)
  admin = await signedIn(app, await aPerson(database.superuser, { 'so-cooperation': 'admin' }))
})

const text = async (path: string, cookie = '') =>
  decoded(await (await app.request(path, { headers: { cookie } })).text())
const post = (path: string, fields: Record<string, string | string[]>, cookie = '') =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const rows = async (query: string, values: unknown[] = []) =>
  (await database.superuser.query(query, values)).rows
const versionIn = (html: string) => html.match(/name="version" value="(\d+)"/)![1]!
const stampIn = (html: string) => html.match(/name="stamp" value="([^"]*)"/)![1]!

const FIELDS = {
  title: 'Greniers communautaires',
  summary: 'Stocker les récoltes de trois villages.',
  status: 'running',
  countries: ['TG'],
  sectors: ['agriculture'],
  sdgs: ['2'],
}

/** Somebody who represents a published organisation, which holds a project of the panorama. */
async function aHolder(name: string) {
  const { id } = await aListing(staffContext, { name })
  const person = await aPerson(database.superuser, { 'so-cooperation': 'member' })
  await rows(
    `insert into grant_organisation select network_id, id, $2 from account_grant where account_id = $1`,
    [person.id, id],
  )
  const project = await aPublishedProject(staffContext, { holders: [id] })
  const own = `/so-cooperation/espace/structures/${id}/projets`
  return {
    id,
    own,
    project,
    page: `/so-cooperation/projets/${project.slug}`,
    cookie: await signedIn(app, person),
  }
}
type Holder = Awaited<ReturnType<typeof aHolder>>

const send = async (
  { own, cookie }: Holder,
  key: string,
  fields: Record<string, string | string[]>,
  intent = 'envoyer',
) => {
  const version = versionIn(await text(`${own}/${key}`, cookie))
  return post(`${own}/${key}`, { ...FIELDS, version, intent, ...fields }, cookie)
}
const waiting = async ({ id }: Holder) =>
  (await rows(`select id from project_proposal where organisation_id = $1 and state = 'submitted'`, [id]))[0]
    ?.id as string
const decide = async (proposal: string, fields: Record<string, string>, as = staff) => {
  const path = `${PROPOSALS}/${proposal}`
  return post(path, { stamp: stampIn(await text(path, staff)), ...fields }, as)
}

describe('A project of an organisation', () => {
  it('is changed by who represents it once the team has read the words that change', async () => {
    const holder = await aHolder('Greniers du Mono')
    expect(await text(holder.own, holder.cookie)).toContain('Greniers communautaires')
    const sent = await send(holder, holder.project.id, { summary: 'Stocker les récoltes de cinq villages.' })
    expect(sent.headers.get('location')).toBe(`${holder.own}?fait=projet-envoye`)
    expect(await text(holder.page)).toContain('trois villages')
    expect(await text(DESK, staff)).toContain('Une structure propose un projet ou le modifie')
    expect(await text(`${DESK}/projets`, staff)).toContain('attend votre relecture')
    const proposal = await waiting(holder)
    const shown = await text(`${PROPOSALS}/${proposal}`, staff)
    expect(shown).toMatch(/<del[^>]*>.*trois<\/del>/)
    expect(shown).toMatch(/<ins[^>]*>.*cinq<\/ins>/)
    expect(shown).not.toContain('champ-title')
    const taken = await decide(proposal, { intent: 'decider', 'champ-summary': 'prendre' })
    expect(taken.status).toBe(302)
    expect(await text(holder.page)).toContain('cinq villages')
    expect(await text('/so-cooperation/espace/notifications', holder.cookie)).toContain(
      'a publié votre proposition',
    )
  })

  it('stays as it was when the team refuses, and says why', async () => {
    const holder = await aHolder('Refusée')
    await send(holder, holder.project.id, { summary: 'Autre chose.' })
    const proposal = await waiting(holder)
    expect((await decide(proposal, { intent: 'refuser', 'champ-summary': 'prendre' })).status).toBe(422)
    const reason = 'Le résumé ne dit plus où.'
    expect((await decide(proposal, { intent: 'refuser', 'champ-summary': 'prendre', reason })).status).toBe(
      302,
    )
    expect(await text(holder.page)).toContain('trois villages')
    expect(await text(holder.own, holder.cookie)).toContain(reason)
  })

  it('is begun as a draft its author alone sees, sent when it is whole, then published whole', async () => {
    const holder = await aHolder('Puits et Pompes')
    const blank = { ...FIELDS, title: 'Puits de Kpalimé', summary: '', place: 'Kpalimé', version: '0' }
    const draft = await post(`${holder.own}/nouveau`, { ...blank, intent: 'brouillon' }, holder.cookie)
    expect(draft.headers.get('location')).toBe(`${holder.own}?fait=projet-brouillon`)
    const [{ id }] = await rows(`select id from project_proposal where organisation_id = $1`, [holder.id])
    expect((await app.request(`${PROPOSALS}/${id}`, { headers: { cookie: staff } })).status).toBe(404)
    const lacking = await send(holder, id, { title: 'Puits de Kpalimé', summary: '' })
    expect(lacking.status).toBe(422)
    expect(decoded(await lacking.text())).toContain('Un résumé.')
    const whole = { title: 'Puits de Kpalimé', place: 'Kpalimé', summary: 'Deux puits.' }
    expect((await send(holder, id, whole)).status).toBe(302)
    await decide(id, { intent: 'decider', 'champ-title': 'prendre', 'champ-summary': 'laisser' })
    const page = await text('/so-cooperation/projets/puits-de-kpalime')
    expect(page).toContain('Deux puits.')
    expect(page).toContain('Puits et Pompes')
  })

  it('asks which stays where the team changed the same field meanwhile, and keeps the rest of both', async () => {
    const holder = await aHolder('Deux mains')
    await send(holder, holder.project.id, { title: 'Greniers du Nord', summary: 'De la structure.' })
    const current = await getProject(staffContext, holder.project.id)
    const input = aProjectInput({ holders: [holder.id], summary: 'De l’équipe.', results: 'Deux greniers.' })
    await updateProject(staffContext, holder.project.id, current.version, input)
    const proposal = await waiting(holder)
    expect(await text(`${PROPOSALS}/${proposal}`, staff)).toContain('Changé aussi par quelqu’un d’autre')
    const both = { intent: 'decider', 'champ-title': 'prendre' }
    expect((await decide(proposal, both)).status).toBe(409)
    const reason = 'Notre résumé est plus récent.'
    expect((await decide(proposal, { ...both, 'champ-summary': 'laisser', reason })).status).toBe(302)
    const after = await getProject(staffContext, holder.project.id)
    const [title, summary, results] = ['Greniers du Nord', 'De l’équipe.', 'Deux greniers.']
    expect(after).toMatchObject({ title, summary, results })
  })

  it('is published at once where the network chose so', async () => {
    const rules = `${DESK}/propositions/reglages`
    await post(rules, { months: '12', atOnce: 'oui' }, admin)
    const holder = await aHolder('Aussitôt')
    expect(await text(holder.own, holder.cookie)).toContain('y paraît aussitôt')
    const sent = await send(holder, holder.project.id, { summary: 'Sans relecture.' })
    expect(sent.headers.get('location')).toBe(`${holder.own}?fait=projet-publie`)
    expect(await text(holder.page)).toContain('Sans relecture.')
    expect(await text(`${PROPOSALS}?voir=repondues`, staff)).toContain('Aussitôt')
    await post(rules, { months: '12' }, admin)
    expect(await text(`${holder.own}/nouveau`, holder.cookie)).toContain('avant l’accord')
  })

  it('is nobody else’s: another organisation’s people find nothing, and fields that are the team’s stay', async () => {
    const [one, other] = [await aHolder('Une'), await aHolder('Autre')]
    const stranger = { ...other, own: other.own }
    expect(
      (await app.request(`${other.own}/${one.project.id}`, { headers: { cookie: other.cookie } })).status,
    ).toBe(404)
    const fields = { ...FIELDS, version: '1', intent: 'envoyer', title: 'Pris' }
    expect((await post(`${stranger.own}/${one.project.id}`, fields, other.cookie)).status).toBe(404)
    expect((await post(`${one.own}/${one.project.id}`, fields, other.cookie)).status).toBe(404)
    expect((await post(`${one.own}/${one.project.id}`, fields, staff)).status).toBe(403)
    await send(one, one.project.id, { title: 'Proposé', holders: 'Autre', visibility: 'team' })
    const proposal = await waiting(one)
    expect(
      (await decide(proposal, { intent: 'decider', 'champ-title': 'prendre' }, other.cookie)).status,
    ).toBe(403)
    await decide(proposal, { intent: 'decider', 'champ-title': 'prendre' })
    const after = await getProject(staffContext, one.project.id)
    expect([after.title, after.visibility, after.holders.map(({ name }) => name)]).toEqual([
      'Proposé',
      'public',
      ['Une'],
    ])
  })

  it('is given up before the team answers', async () => {
    const holder = await aHolder('Renonce')
    await send(holder, holder.project.id, { title: 'Peut-être' })
    expect(await text(`${holder.own}/${holder.project.id}`, holder.cookie)).toContain('chez l’équipe')
    await post(`${holder.own}/${holder.project.id}`, { intent: 'abandonner' }, holder.cookie)
    expect(await waiting(holder)).toBeUndefined()
  })

  it('taken in part is a project that holds, or the team reads which field does not and keeps its answers', async () => {
    const holder = await aHolder('Partielle')
    const update = async (given: Record<string, unknown>) => {
      const { version } = await getProject(staffContext, holder.project.id)
      await updateProject(
        staffContext,
        holder.project.id,
        version,
        aProjectInput({ holders: [holder.id], ...given }),
      )
    }
    await update({ startedOn: '2020-01-01', endedOn: '2021-01-01', lat: 6.9, lon: 0.63, place: 'Kpalimé' })
    await send(holder, holder.project.id, {
      summary: 'Les greniers d’un village.',
      startedOn: '2024-01-01',
      endedOn: '2025-01-01',
      point: '7.5, 1.2',
      place: 'Kpalimé',
      countryOnly: 'on',
    })
    await update({
      startedOn: '2020-01-01',
      endedOn: '2021-01-01',
      lat: 6.9,
      lon: 0.63,
      place: 'Kpalimé',
      results: 'À Kpalimé.',
    })
    const proposal = await waiting(holder)
    const shown = await text(`${PROPOSALS}/${proposal}`, staff)
    // Two dates, and the two numbers of a point, are one answer each.
    for (const one of ['champ-dates', 'champ-point']) expect(shown).toContain(one)
    for (const one of ['champ-startedOn', 'champ-endedOn', 'champ-lat', 'champ-lon'])
      expect(shown).not.toContain(one)
    const answer = {
      intent: 'decider',
      reason: 'Le reste tient.',
      'champ-point': 'laisser',
      'champ-summary': 'laisser',
    }
    const refused = await decide(proposal, {
      ...answer,
      'champ-dates': 'prendre',
      'champ-countryOnly': 'prendre',
    })
    expect(refused.status).toBe(422)
    const said = decoded(await refused.text())
    expect(said).toContain('Résultats — Ce texte nomme le lieu')
    expect(said).toMatch(/name="champ-point"[^>]*checked=""[^>]*value="laisser"/)
    const taken = await decide(proposal, {
      ...answer,
      'champ-dates': 'prendre',
      'champ-countryOnly': 'laisser',
    })
    expect(taken.status).toBe(302)
    expect(await getProject(staffContext, holder.project.id)).toMatchObject({
      startedOn: '2024-01-01',
      endedOn: '2025-01-01',
      lat: 6.9,
      lon: 0.63,
      countryOnly: false,
    })
  })

  it('tells its amounts to the people of its lead alone, and keeps them when another holder proposes', async () => {
    const [lead, other] = [await aHolder('Cheffe de file'), await aHolder('Associée')]
    const { id } = await aPublishedProject(staffContext, {
      title: 'Deux porteurs',
      holders: [lead.id, other.id],
      budgetCents: 4_567_800,
      funding: [
        { funder: 'Ville de Niort', amountCents: 1_234_500 },
        { funder: 'Agence de l’eau', amountCents: 2_345_600 },
      ],
    })
    const amounts =
      /45[\s\u00a0\u202f]?678|12[\s\u00a0\u202f]?345|23[\s\u00a0\u202f]?456|4567800|1234500|2345600/
    expect(await text(`${lead.own}/${id}`, lead.cookie)).toMatch(amounts)
    const form = await text(`${other.own}/${id}`, other.cookie)
    expect(form).not.toMatch(amounts)
    expect(form).toContain('Les montants ne sont lus que de l’équipe')
    expect(form).not.toMatch(/name="(amount|budget)"/)
    const said = { title: 'Trois financeurs', funder: ['Ville de Niort', 'Agence de l’eau (ALB)', 'Rotary'] }
    await send(other, id, { ...said, budget: '1', amount: ['1', '2', '3'] })
    expect(await text(`${other.own}/${id}`, other.cookie)).not.toMatch(amounts)
    expect(await text(`${other.own}/${id}.data`, other.cookie)).not.toMatch(amounts)
    const both = { ...said, funder: ['Ville de Niort', 'Agence de l’eau (ALB)'] }
    await send(other, id, both)
    await decide(await waiting(other), {
      intent: 'decider',
      'champ-title': 'prendre',
      'champ-funding': 'prendre',
    })
    expect(await getProject(staffContext, id)).toMatchObject({
      title: 'Trois financeurs',
      budgetCents: 4_567_800,
      funding: [
        { funder: 'Ville de Niort', amountCents: 1_234_500 },
        { funder: 'Agence de l’eau (ALB)', amountCents: 2_345_600 },
      ],
    })
  })
})
