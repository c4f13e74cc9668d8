import { beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const DESK = '/so-cooperation/bureau/dispositifs'
let app: TestApp
let staff: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
})

type Fields = Record<string, string | string[]>
const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const read = async (path: string) => decoded(await (await app.request(path, { headers: { cookie } })).text())
const send = (path: string, fields: Fields) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const to = (response: Response) => response.headers.get('location')!.split('?')[0]!

const SESSION = {
  ...{ name: 'Session d’essai', year: '2026', opensAt: '2026-01-05T08:00', closesAt: '2026-02-05T23:59' },
  ...{ timeZone: 'Europe/Paris', envelope: '40 000', jury: 'grid', retentionMonths: '60' },
  steps: ['sponsor', 'instruction', 'national', 'advance'],
}

let codes = 0
/** From the ready model, as somebody of the team makes it. */
async function made(template = 'jsi') {
  codes += 1
  const created = await send(`${DESK}/nouveau?modele=${template}`, {
    ...{ code: `E${codes}`, name: 'Dispositif d’essai', intake: 'elsewhere', aliases: 'EE, ÉÉ\nEE' },
  })
  const page = to(created)
  const opened = await send(`${page}/sessions/nouvelle`, SESSION)
  return { page, session: to(opened) }
}

const holder = async (name: string) => (await createOrganisation(staff, anOrganisation({ name }))).id

async function entered(session: string, fields: Fields = {}) {
  const holders = await holder(`Porteuse d’essai ${Math.random()}`)
  const sent = await send(`${session}/saisir`, { holders, deposited: 'oui', ...fields })
  expect(sent.status, await sent.clone().text()).toBe(302)
  return to(sent)
}

const state = async (dossier: string) =>
  (await rows('select state from dossier where id = $1', [dossier.split('/').at(-1)]))[0].state
const move = (dossier: string, de: string, vers: string, motif = '') =>
  send(dossier, { intent: 'avancer', de, vers, motif })

describe('A dispositif', () => {
  it('made from a ready model has its form, its rules and its grid, and says the rules in words', async () => {
    const { page } = await made('jsi')
    const id = page.split('/').at(-1)
    expect(
      await rows(
        'select kind, number, published_at is not null as out from dispositif_revision where dispositif_id = $1 order by kind',
        [id],
      ),
    ).toEqual(['form', 'grid', 'rules'].map((kind) => ({ kind, number: 1, out: true })))
    expect(await rows('select aliases from dispositif where id = $1', [id])).toEqual([
      { aliases: ['EE', 'ÉÉ'] },
    ])
    const html = await read(page)
    expect(html).toContain('4 à 16 jeunes')
    expect(html).toContain('Session d’essai')
  })

  it('keeps its code to itself, whatever its capitals, and keeps what was typed', async () => {
    await send(`${DESK}/nouveau?modele=`, { code: 'Unique', name: 'Premier', intake: 'here' })
    const twice = await send(`${DESK}/nouveau?modele=`, {
      code: 'UNIQUE',
      name: 'Second gardé',
      intake: 'here',
    })
    expect(twice.status).toBe(422)
    const html = await twice.text()
    expect(html).toContain('Un autre dispositif a ce sigle')
    expect(html).toContain('Second gardé')
  })

  it('of which the public reads nothing until it is published, and nothing more once it is archived', async () => {
    const { page } = await made()
    const listed = () => rows('select 1 from dispositif_listing where id = $1', [page.split('/').at(-1)])
    expect(await listed()).toHaveLength(0)
    expect((await send(page, { intent: 'publier', version: '1' })).status).toBe(302)
    expect(await listed()).toHaveLength(1)
    expect((await send(page, { intent: 'publier', version: '1' })).status).toBe(302)
    await send(page, { intent: 'archiver' })
    expect(await listed()).toHaveLength(0)
  })

  it('saved by somebody else meanwhile is not written over, and says so beside what was typed', async () => {
    const { page } = await made()
    const fields = { code: 'AUTRE', name: 'Un', intake: 'here', version: '1' }
    expect((await send(`${page}/modifier`, fields)).status).toBe(302)
    const second = await send(`${page}/modifier`, { ...fields, code: 'ENCORE', name: 'Deux' })
    expect(second.status).toBe(409)
    const html = decoded(await second.text())
    expect(html).toContain('Quelqu’un a enregistré entre-temps')
    expect(html).toContain('value="Deux"')
  })
})

describe('A session', () => {
  it('opens and closes by its own clock: midnight in Cayenne is four hours after Paris', async () => {
    const { page } = await made()
    const opened = await send(`${page}/sessions/nouvelle`, { ...SESSION, timeZone: 'America/Cayenne' })
    const id = to(opened).split('/').at(-1)
    expect(
      await rows(
        `select to_char(closes_at at time zone 'UTC', 'DD HH24:MI') as at from dispositif_session where id = $1`,
        [id],
      ),
    ).toEqual([{ at: '06 02:59' }])
    expect(await read(`${to(opened)}/modifier`)).toContain('2026-02-05T23:59')
  })

  it('that closes before it opens, or with an amount that is none, is refused at the field with what was typed', async () => {
    const { page } = await made()
    const refused = async (fields: Fields) => {
      const answer = await send(`${page}/sessions/nouvelle`, { ...SESSION, ...fields })
      expect(answer.status).toBe(422)
      return answer.text()
    }
    expect(await refused({ closesAt: '2026-01-01T08:00' })).toContain('La clôture vient avant l’ouverture')
    const html = await refused({ envelope: 'beaucoup' })
    expect(html).toContain('Ce montant ne se lit pas')
    expect(html).toContain('value="beaucoup"')
  })

  it('keeps its steps once dossiers follow them', async () => {
    const { session } = await made()
    const change = (version: string) =>
      send(`${session}/modifier`, { ...SESSION, steps: ['national'], version })
    await entered(session)
    const refused = await change(
      (
        await rows('select version from dispositif_session where id = $1', [session.split('/').at(-1)])
      )[0].version.toString(),
    )
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Des dossiers suivent déjà ces étapes')
  })
})

describe('A dossier', () => {
  it('is judged by the rules of its session as soon as it is entered, and says what, why and from where', async () => {
    const { session } = await made('jsi')
    const dossier = await entered(session, {
      'f.title': 'Chantier d’essai',
      'f.youngest': '12',
      'f.oldest': '19',
    })
    const html = await read(dossier)
    expect(html).toContain('Chantier d’essai')
    expect(html).toMatch(/Non respectée/)
    expect(html).toContain('15 à 25 ans')
    expect(await read(session)).toContain('1 règle non respectée')
  })

  it('may be freed of a rule for a reason that stays on record, and bound again', async () => {
    const { session } = await made('jsi')
    const dossier = await entered(session, { 'f.youngest': '12', 'f.oldest': '19' })
    const refused = await send(dossier, { intent: 'ecarter', regle: 'ages', motif: '' })
    expect(refused.status).toBe(422)
    expect(
      (await send(dossier, { intent: 'ecarter', regle: 'ages', motif: 'Accord écrit du financeur' })).status,
    ).toBe(302)
    expect(await read(dossier)).toContain('Accord écrit du financeur')
    expect(await read(session)).not.toContain('règle non respectée')
    await send(dossier, { intent: 'reprendre', regle: 'ages' })
    expect(await read(session)).toContain('1 règle non respectée')
  })

  it('goes from state to state by the table of moves, each dated with who and why', async () => {
    const { session } = await made('jsi')
    const dossier = await entered(session)
    expect((await move(dossier, 'submitted', 'complete')).status).toBe(302)
    expect((await move(dossier, 'complete', 'ineligible')).status).toBe(422)
    expect((await move(dossier, 'complete', 'ineligible', 'Hors délai')).status).toBe(302)
    expect(await state(dossier)).toBe('ineligible')
    expect(
      await rows(
        'select nth, from_state, to_state, reason, account_id from dossier_move where dossier_id = $1 order by nth',
        [dossier.split('/').at(-1)],
      ),
    ).toEqual([
      { nth: 0, from_state: null, to_state: 'submitted', reason: '', account_id: staff.account.id },
      { nth: 1, from_state: 'submitted', to_state: 'complete', reason: '', account_id: staff.account.id },
      {
        nth: 2,
        from_state: 'complete',
        to_state: 'ineligible',
        reason: 'Hors délai',
        account_id: staff.account.id,
      },
    ])
  })

  it('that somebody else moved meanwhile stays where it is', async () => {
    const { session } = await made('jsi')
    const dossier = await entered(session)
    await move(dossier, 'submitted', 'complete')
    const late = await move(dossier, 'submitted', 'to_correct', 'Pièces manquantes')
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('quelqu’un l’a fait avancer')
    expect(await state(dossier)).toBe('complete')
  })

  it('never makes a move the database does not know, whoever asks, nor one its session has no step for', async () => {
    const { session } = await made('jsi')
    const id = (await entered(session)).split('/').at(-1)
    const forced = (to: string) =>
      database.superuser.query('update dossier set state = $2 where id = $1', [id, to])
    await expect(forced('settled')).rejects.toThrow('does not go from submitted to settled')
    await database.superuser.query(`update dispositif_session set steps = '{}' where id = $1`, [
      session.split('/').at(-1),
    ])
    await forced('complete')
    await forced('eligible')
    await expect(forced('instructed')).rejects.toThrow('does not go from eligible to instructed')
    expect(await rows('select count(*)::int as n from dossier_move where dossier_id = $1', [id])).toEqual([
      { n: 3 },
    ])
  })

  it('keeps a total that its parts do not make, and says by how much', async () => {
    const { session } = await made('jsi')
    const dossier = await entered(session)
    const count = { total: 22, girls: 8, boys: 13, other: null, bands: [] }
    const none = { total: null, girls: null, boys: null, other: null, bands: [] }
    await database.superuser.query('update dossier set planned = $2 where id = $1', [
      dossier.split('/').at(-1),
      JSON.stringify({ french: count, foreign: none }),
    ])
    const html = await read(dossier)
    expect(html).toContain('22 annoncés, 21 dans le détail (+1)')
  })

  it('has its number within the session, and no number of the platform twice', async () => {
    const { session } = await made('jsi')
    await entered(session, { externalNumber: 'F-1' })
    const id = session.split('/').at(-1)
    const holders = await holder('Deuxième porteuse')
    const twice = await send(`${session}/saisir`, { holders, externalNumber: 'F-1', externalStatus: 'Gardé' })
    expect(twice.status).toBe(422)
    const html = await twice.text()
    expect(html).toContain('Un autre dossier de la session a ce numéro')
    expect(html).toContain('Gardé')
    await entered(session, { externalNumber: 'F-2' })
    expect(await rows('select number from dossier where session_id = $1 order by 1', [id])).toEqual([
      { number: 1 },
      { number: 2 },
    ])
  })

  it('goes with others that are ticked, and those that cannot go are told with their reason', async () => {
    const { session } = await made('jsi')
    const [one, two] = [await entered(session), await entered(session)]
    await move(two, 'submitted', 'complete')
    const row = (dossier: string, from: string) => `${dossier.split('/').at(-1)} ${from}`
    const sent = await send(session, {
      ...{ intent: 'avancer', vers: 'complete' },
      dossier: [row(one, 'submitted'), row(two, 'submitted')],
    })
    const html = decoded(await sent.text())
    expect(html).toContain('1 dossier a avancé')
    expect(html).toContain('1 est resté où il était')
    expect(html).toContain('quelqu’un l’a fait avancer')
    expect([await state(one), await state(two)]).toEqual(['complete', 'complete'])
  })

  it('is given to somebody of the team with others, and to nobody else', async () => {
    const { session } = await made('jsi')
    const dossier = await entered(session)
    const give = (suivi: string) =>
      send(session, { intent: 'confier', suivi, dossier: `${dossier.split('/').at(-1)} submitted` })
    expect(decoded(await (await give(staff.account.id)).text())).toContain('1 dossier est confié')
    expect(await read(`${session}?suivi=me`)).toContain(dossier)
    const theirs = await staffOf(database.superuser, 'resacoop')
    expect((await give(theirs.account.id)).status).toBe(422)
    await give('')
    expect(await read(`${session}?suivi=me`)).not.toContain(dossier)
  })
})
