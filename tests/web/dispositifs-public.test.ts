import { beforeAll, describe, expect, it } from 'vitest'
import {
  publishDispositif,
  withdrawDispositif,
} from '#server/dispositifs/dispositif/publish-dispositif.server.ts'
import type { RuleInput } from '#server/dispositifs/rule/rule.schema.ts'
import { publishSession } from '#server/dispositifs/session/publish-session.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aDispositif, aPublishedDispositif, aSession, YOUTH_RULES } from '#tests/support/dispositifs.ts'
import { asRead, decoded, elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aPerson, noonOf } from '#tests/support/people.ts'
import { rowCounts, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const HOME = '/so-cooperation/dispositifs'
let app: TestApp
let staff: StaffContext
let jsi: Awaited<ReturnType<typeof aPublishedDispositif>>

beforeAll(async () => {
  app = await startApp({ clock: noonOf('2026-11-20') })
  staff = await staffOf(database.superuser, 'so-cooperation')
  jsi = await published({ slug: 'jsi', code: 'JSI', name: 'Jeunesse et solidarité internationale' })
})

const published = (given: Parameters<typeof aPublishedDispositif>[2]) =>
  aPublishedDispositif(database.superuser, staff, given)
const status = async (path: string) => (await app.request(path)).status
const htmlAt = async (path: string) => (await app.request(path)).text()
/** What a reader sees: neither tags nor what scripts are given. */
const seen = (html: string) =>
  asRead(decoded(html.replace(/<(script|style|template)\b.*?<\/\1>/gs, '').replace(/<[^>]+>/g, ' ')))
    .replace(/[\s\u202f]+/g, ' ')
    .replace(/ ([,.)])/g, '$1')
const textAt = async (path: string) => seen(await htmlAt(path))
const linksAt = async (path: string) =>
  elementsOf(await htmlAt(path)).flatMap(({ attributes }) => attributes.get('href') ?? [])
async function verdictsAt(query: string) {
  const html = await htmlAt(`${HOME}/jsi/test${query}`)
  const lines = seen(html.slice(html.indexOf('"rule-lines"')))
  return lines.match(/Pas respectée|Respectée|À renseigner/g) ?? []
}

describe('The public list of dispositifs', () => {
  it('says what is open and until when, what opens next, then the others, and who each is for', async () => {
    await published({
      ...{ slug: 'bientot', name: 'Coup de pouce', summary: 'Pour un premier projet.' },
      call: { opensAt: '2026-11-23T09:00:00+01:00', closesAt: '2027-02-01T18:00:00+01:00' },
    })
    await published({
      ...{ slug: 'clos', name: 'Études préalables' },
      call: { opensAt: '2026-01-05T09:00:00+01:00', closesAt: '2026-03-01T18:00:00+01:00' },
    })
    const text = await textAt(HOME)
    expect(text).toMatch(
      /Ouverts en ce moment.*Jeunesse et solidarité internationale \(JSI\).*Pour les groupes de jeunes.*Ouvert Dépôt jusqu’au 15 décembre 2026 à 18:00 \(heure de Paris\) Il reste 25 jours.*Financé par Fonds de démonstration.*Ils ouvrent bientôt.*Coup de pouce.*Ouvre le 23 novembre 2026 à 09:00 \(heure de Paris\) Dans 3 jours.*Les autres dispositifs.*Études préalables.*Dernier appel clos le 1er mars 2026/,
    )
  })

  it('is in the menu and the sitemap of a network as soon as it has something, and only then', async () => {
    expect(await linksAt('/so-cooperation')).toContain(HOME)
    expect(await htmlAt('/so-cooperation/sitemap.xml')).toContain(`${HOME}/jsi</loc>`)
    expect((await linksAt('/gescod')).filter((link) => link.includes('dispositifs'))).toEqual([])
    expect(await htmlAt('/gescod/sitemap.xml')).not.toContain('dispositifs')
    const empty = await textAt('/gescod/dispositifs')
    expect(empty).toMatch(/Aucun dispositif n’est publié.*Voir l’équipe et les adresses/)
  })

  it('goes with its section, and comes back with it', async () => {
    const gescod = await staffOf(database.superuser, 'gescod')
    await aPublishedDispositif(database.superuser, gescod, { slug: 'fonds' })
    const admin = await aPerson(database.superuser, { gescod: 'admin' })
    const cookie = await signedIn(app, admin)
    const choose = (module: string[]) =>
      app.request('/gescod/bureau/site', {
        ...{ method: 'POST', headers: { cookie } },
        body: form({ intent: 'modules', module }),
      })
    expect((await choose(['directory', 'projects'])).status).toBe(302)
    for (const path of ['', '/fonds', '/fonds/test'])
      expect(await status(`/gescod/dispositifs${path}`), path).toBe(404)
    expect((await linksAt('/gescod')).filter((link) => link.includes('dispositifs'))).toEqual([])
    await choose(['directory', 'projects', 'dispositifs'])
    expect(await status('/gescod/dispositifs/fonds')).toBe(200)
  })
})

describe('The public page of a dispositif', () => {
  it('says the rules in plain words, why and from where, in both languages', async () => {
    const text = await textAt(`${HOME}/jsi`)
    for (const words of [
      'Entre 15 et 25 ans',
      'De 4 à 16 jeunes français',
      '50 % du budget au plus, valorisations non comprises',
      '8 500 € au plus (10 000 € outre-mer et en Corse)',
      'Une structure marraine habilitée accompagne le projet',
      'D’autres que le financeur y croient aussi.',
      'Source : Règlement du dispositif, 2026',
      'Convention de partenariat',
    ])
      expect(text).toContain(words)
    const english = await textAt(`${HOME}/jsi?lng=en`)
    for (const words of [
      'Between 15 and 25 years old',
      'At most 50% of the budget, contributions in kind left out',
      'At most €8,500 (€10,000 overseas and in Corsica)',
      'Others believe in it too.',
      'Partnership agreement',
    ])
      expect(english).toContain(words)
  })

  it('sends to the funder’s platform or says that it is deposited here, and gives the contact', async () => {
    const links = await linksAt(`${HOME}/jsi`)
    expect(links).toContain('https://depot.example/')
    expect(links).toContain('mailto:camille@essai.example')
    await published({ slug: 'ici', intake: 'here', contact: '' })
    expect(await textAt(`${HOME}/ici`)).toContain('Le dossier se dépose ici, en ligne')
    expect(await linksAt(`${HOME}/ici`)).toContain('/so-cooperation/equipe')
    const buttons = elementsOf(await htmlAt(`${HOME}/ici`)).filter(({ name }) => name === 'button')
    expect(buttons.map(({ attributes }) => attributes.get('name'))).toEqual(['langue'])
  })

  it('tells instants on the clock of the call, and on that of Paris when they differ', async () => {
    await published({
      slug: 'guyane',
      call: { timeZone: 'America/Cayenne', closesAt: '2026-12-15T23:59:00-03:00' },
    })
    expect(await textAt(`${HOME}/guyane`)).toContain(
      '15 décembre 2026 à 23:59 (heure de Cayenne), soit 16 décembre 2026 à 03:59 (heure de Paris)',
    )
    await published({ slug: 'minuit', call: { closesAt: '2026-12-16T00:00:00+01:00' } })
    expect(await textAt(`${HOME}/minuit`)).toContain('15 décembre 2026 à minuit (heure de Paris)')
  })

  it('shows every published call, and never one that is still being prepared', async () => {
    await aSession(database.superuser, staff.network.id, jsi, { name: 'Session secrète' })
    const later = { opensAt: '2027-03-01T09:00:00+01:00', closesAt: '2027-04-01T18:00:00+02:00' }
    const other = await aSession(database.superuser, staff.network.id, jsi, {
      ...{ name: 'Session de printemps', year: 2027 },
      ...later,
    })
    await publishSession(staff, other, 1)
    const html = await htmlAt(`${HOME}/jsi`)
    expect(html).not.toContain('Session secrète')
    expect(seen(html)).toMatch(/À venir Session de printemps du 1er mars 2027 à 09:00/)
  })

  it('takes the rules of the next call the moment it is the one', async () => {
    const one = await published({ slug: 'change', call: { closesAt: '2026-11-25T18:00:00+01:00' } })
    const [ages, ...others] = YOUTH_RULES
    const { rows } = await database.superuser.query(
      `insert into dispositif_revision (network_id, id, dispositif_id, kind, number, content, published_at)
       values ($1, gen_random_uuid(), $2, 'rules', 2, $3, now()) returning id`,
      [staff.network.id, one.id, JSON.stringify([{ ...ages, max: 29 } as RuleInput, ...others])],
    )
    const next = await aSession(
      database.superuser,
      staff.network.id,
      { ...one, rulesId: rows[0].id },
      { opensAt: '2026-12-01T09:00:00+01:00', closesAt: '2027-02-01T18:00:00+01:00' },
    )
    await publishSession(staff, next, 1)
    expect(await textAt(`${HOME}/change`)).toContain('Entre 15 et 25 ans')
    app = await startApp({ clock: noonOf('2026-11-28') })
    expect(await textAt(`${HOME}/change`)).toContain('Entre 15 et 29 ans')
    app = await startApp({ clock: noonOf('2026-11-20') })
  })

  it('is not there once withdrawn, before it is published, at another network, nor at an address made up', async () => {
    const { id } = await published({ slug: 'retire' })
    expect(await status(`${HOME}/retire`)).toBe(200)
    await withdrawDispositif(staff, id, 2)
    await aDispositif(database.superuser, staff.network.id, { slug: 'prive' })
    for (const path of ['retire', 'prive', "x'--", '%00', '..%2f', 'JSI'])
      for (const page of [`${HOME}/${path}`, `${HOME}/${path}/test`, `${HOME}/${path}.data`])
        expect(await status(page), page).toBe(404)
    expect(await status('/gescod/dispositifs/jsi')).toBe(404)
    await publishDispositif(staff, id, 3)
    expect(await status(`${HOME}/retire`)).toBe(200)
  })

  it('is told to search engines and where it is shared, in each language', async () => {
    const elements = elementsOf(await htmlAt(`${HOME}/jsi`))
    const meta = elements.find(({ attributes }) => attributes.get('property') === 'og:title')
    expect(meta?.attributes.get('content')).toMatch(/^Jeunesse et solidarité internationale — /)
    expect(elements.some(({ text }) => text.includes('"@type":"Grant"'))).toBe(true)
    const languages = elements.flatMap(({ attributes }) => attributes.get('hreflang') ?? [])
    expect(languages).toEqual(['fr', 'en', 'x-default'])
  })
})

describe('The test of eligibility, without script and without account', () => {
  it('asks only what the rules need', async () => {
    const names = (await controlsAt(`${HOME}/jsi/test`)).map(({ attributes }) => attributes.get('name'))
    expect([...new Set(names)].sort()).toEqual(
      ['age_max', 'age_min', 'budget', 'demande', 'departement', 'francais', 'marraine', 'piece'].sort(),
    )
  })

  it('says of each rule whether it is kept, and never promises money', async () => {
    expect(await verdictsAt('')).toEqual(Array.from({ length: 6 }, () => 'À renseigner'))
    expect(await textAt(`${HOME}/jsi/test`)).toContain('Répondez à une première question')
    const good =
      '?age_min=15&age_max=25&francais=12&demande=8+500&budget=17+000&marraine=oui&piece=agreement&piece=budget'
    expect(await verdictsAt(good)).toEqual(Array.from({ length: 6 }, () => 'Respectée'))
    const met = await textAt(`${HOME}/jsi/test${good}`)
    expect(met).toContain('Votre projet répond aux règles que nous pouvons vérifier')
    expect(met).toContain('Ce n’est pas une promesse de financement')
  })

  it('names what is broken and what is lacking, and keeps what was typed', async () => {
    const query = '?age_min=14&demande=8500%2C01&budget=10000&departement=33&piece=budget'
    expect(await verdictsAt(query)).toEqual([
      ...['Pas respectée', 'À renseigner', 'Pas respectée', 'Pas respectée'],
      ...['À renseigner', 'À renseigner'],
    ])
    const text = await textAt(`${HOME}/jsi/test${query}`)
    expect(text).toContain('En l’état, votre projet ne répond pas à toutes les règles')
    expect(text).toContain('La demande représente 85,01 % du budget (8 500,01 € sur 10 000 €)')
    expect(text).toContain('Reste à réunir : Convention de partenariat.')
    const controls = await controlsAt(`${HOME}/jsi/test${query}`)
    const typed = controls.find(({ attributes }) => attributes.get('name') === 'demande')
    expect(typed?.attributes.get('value')).toBe('8500,01')
    const ticked = controls.filter(({ attributes }) => attributes.has('checked'))
    expect(ticked.map(({ attributes }) => attributes.get('value'))).toEqual(['budget'])
  })

  it('judges the ceiling by the département: more is allowed overseas', async () => {
    const asked = (department: string) => verdictsAt(`?demande=9500&departement=${department}`)
    expect((await asked('33'))[3]).toBe('Pas respectée')
    expect((await asked('974'))[3]).toBe('Respectée')
    expect((await asked(''))[3]).toBe('À renseigner')
  })

  it('takes whatever an address holds for what it is, and says at the field what it cannot read', async () => {
    const hostile = [
      'age_min=-1&age_max=1e9&demande=%00&budget=NaN',
      'age_min[]=3&piece=__proto__&piece=constructor&pays=XX&structure=__proto__&departement=<script>',
      `demande=${'9'.repeat(5000)}&marraine=peut-etre`,
      Array.from({ length: 500 }, (_, at) => `piece=${at}`).join('&'),
      'age_min=%F0%9F%98%80&age_min=15&lng=xx',
    ]
    for (const query of hostile) {
      const response = await app.request(`${HOME}/jsi/test?${query}`)
      expect(response.status, query).toBe(200)
      const text = seen(await response.text())
      expect(text, query).not.toMatch(/Pas respectée|répond aux règles que/)
    }
    const text = await textAt(`${HOME}/jsi/test?age_min=quinze&demande=beaucoup`)
    expect(text).toContain('Écrivez un nombre entier')
    expect(text).toContain('Écrivez un montant en euros')
  })

  it('keeps nothing: no row, no cookie', async () => {
    const before = await rowCounts(database.owner, database.superuser)
    const response = await app.request(`${HOME}/jsi/test?age_min=15&demande=4000`)
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(await rowCounts(database.owner, database.superuser)).toEqual(before)
  })

  it('asks for countries, dates and the kind of organisation where rules need them', async () => {
    const said = { why: { fr: 'Parce que.', en: 'Because.' }, source: { text: 'Règlement' } }
    await published({
      slug: 'ailleurs',
      rules: [
        { ...said, key: 'countries', kind: 'countries', countries: ['FR'], oda: true },
        { ...said, key: 'dates', kind: 'action_dates' },
        { ...said, key: 'days', kind: 'action_days', min: 10 },
        { ...said, key: 'files', kind: 'files_per_holder', max: 3 },
        { ...said, key: 'kinds', kind: 'holder_kinds', kinds: ['association'], blocking: false },
      ],
    })
    const at = `${HOME}/ailleurs/test`
    const query =
      '?pays=SN&pays=DE&debut=2027-02-01&fin=2027-02-05&jours=10&dossiers=2&structure=local_authority'
    const text = await textAt(at + query)
    expect(text).toContain('Action dans un pays éligible à l’aide publique au développement, ou : France')
    expect(text).toContain('N’est pas dans la liste : Allemagne.')
    expect(text).toContain('Entre les deux dates, il y a 5 jours.')
    expect(text).toMatch(/À noter Porté par : association conseillé/)
    const fine = '?pays=SN&debut=2027-02-01&fin=2027-02-15&jours=10&dossiers=2&structure=company'
    expect(await textAt(at + fine)).toContain('Votre projet répond aux règles que nous pouvons vérifier')
  })
})

/** What the form of the page has, hidden fields of the frame left out. */
async function controlsAt(path: string) {
  const html = await htmlAt(path)
  const start = html.indexOf('action="#resultat"')
  const own = html.slice(start, html.indexOf('</form>', start))
  return elementsOf(own).filter(({ name }) => name === 'input' || name === 'select')
}
