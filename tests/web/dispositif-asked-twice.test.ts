import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { idOf } from '#tests/support/desk-dossiers.ts'
import { aFollowedCall, anEditor } from '#tests/support/dispositif-follow-up.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { juryOf } from '#tests/support/jury.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let cookie: string
let jury: ReturnType<typeof juryOf>

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  jury = juryOf(app, database.superuser, staff, cookie)
})

const text = async (answer: Response | Promise<Response>) =>
  decoded(await (await answer).text()).replace(/\s/gu, ' ')
const read = (path: string) => text(app.request(path, { headers: { cookie } }))
const to = (answer: Response) => answer.headers.get('location')!.split('?')[0]!
const decided = {
  ...{ intent: 'decider', outcome: 'financed', decidedOn: '2026-01-20', vu: '0' },
  ...{ reference: 'CN-45', comment: '' },
}

describe('An amount granted', () => {
  it('above the request or what is left of the envelope is asked again, with what was typed, then recorded', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const [one, two] = [await call.dossier(), await call.dossier()]
    await jury.rows('update dispositif_session set envelope_cents = 800000 where id = $1', [call.session])
    expect((await jury.send(one.path, { ...decided, amountCents: '5 000' })).status).toBe(302)
    const asked = await jury.send(two.path, { ...decided, amountCents: '50 000' })
    expect(asked.status).toBe(422)
    const html = await text(asked)
    expect(html).toMatch(/Ce montant dépasse la demande \(5 000 €\)/)
    expect(html).toMatch(/Ce montant dépasse ce qui reste de l’enveloppe \(3 000 €\)/)
    expect(html).toContain('CN-45')
    expect(html).toContain('Confirmer quand même')
    const [{ state }] = await jury.rows('select state from dossier where id = $1', [two.id])
    expect(state).toBe('opined')
    const averti = html.match(/name="averti" value="([^"]*)"/)![1]!
    // What was changed since is another question.
    expect((await jury.send(two.path, { ...decided, amountCents: '60 000', averti })).status).toBe(422)
    expect((await jury.send(two.path, { ...decided, amountCents: '50 000', averti })).status).toBe(302)
  })
})

describe('A letter', () => {
  it('that says something else than where the dossier stands is neither offered nor sent', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { id, path } = await call.dossier({ state: 'financed' })
    await anEditor(database.superuser, call.network, id, 'so-cooperation')
    const offered = (await read(path)).match(/<select[^>]*name="lettre".*?<\/select>/s)![0]
    expect(offered).toContain('value="financed"')
    expect(offered).not.toContain('value="refused"')
    const one = `${path.replace('/suivi', '')}/lettres/envoyer`
    expect(await read(`${one}?lettre=refused`)).toContain('ne correspond pas à l’étape')
    expect((await jury.send(one, { lettre: 'refused' })).status).toBe(422)
    expect(await jury.rows('select from dossier_letter where dossier_id = $1', [id])).toHaveLength(0)
    expect((await jury.send(one, { lettre: 'financed' })).status).toBe(302)
  })
})

describe('A sitting', () => {
  it('on a day that is over is asked again, and never has more of a quorum than members', async () => {
    const session = await jury.aSession(await jury.aDispositif('isi'))
    const fields = {
      ...{ name: 'Jury d’hier', startsAt: '2020-12-14T14:00', place: '', link: '', quorum: '3' },
      ...{ sessions: idOf(session), guests: 'Dominique Exemple\nCamille Essai' },
    }
    const plan = (more: object) => jury.send(`${jury.desk}/jurys/nouveau`, { ...fields, ...more })
    const above = await plan({ averti: fields.startsAt })
    expect(above.status).toBe(422)
    expect(await text(above)).toContain('Le quorum dépasse le nombre de membres choisis')
    const over = await plan({ quorum: '2' })
    expect(over.status).toBe(422)
    expect(await text(over)).toContain('Cette date est passée')
    expect((await plan({ quorum: '2', averti: fields.startsAt })).status).toBe(302)
  })

  it('asks again of an amount above the request, refuses a due date that is over, and tells who decides', async () => {
    const session = await jury.aSession(await jury.aDispositif('isi'))
    const [file] = await jury.filesOf(session, 1)
    const dossier = `${jury.desk}/dossiers/${file}`
    await jury.rows('update dossier set requested_cents = 790000 where id = $1', [file])
    await jury.send(dossier, { intent: 'avancer', de: 'eligible', vers: 'instructed' })
    const startsAt = '2026-03-10T14:00'
    const planned = await jury.send(`${jury.desk}/jurys/nouveau`, {
      ...{ name: 'Jury des montants', startsAt, averti: startsAt, place: '', link: '', quorum: '1' },
      ...{ sessions: idOf(session), guests: 'Dominique Exemple' },
    })
    const board = to(planned)
    await jury.send(board, { intent: 'remplir' })
    expect(await read(board)).toContain('tous ses jurys')
    const [member] = await jury.rows('select id from sitting_member where sitting_id = $1', [idOf(board)])
    await jury.send(board, { intent: 'appel', membre: member.id, presence: 'present', par: '' })
    const [item] = await jury.rows('select id from sitting_item where sitting_id = $1', [idOf(board)])
    const said = {
      ...{ version: '1', opinion: 'reservations', amount: '50 000', reasons: 'À préciser ensemble' },
      ...{ reserve: 'Joindre la convention', echeance: '2026-05-01' },
    }
    const say = (more: object) => jury.send(`${board}/points/${item.id}`, { ...said, ...more })
    const asked = await say({})
    expect(asked.status).toBe(422)
    const html = await text(asked)
    expect(html).toMatch(/Ce montant dépasse la demande \(7 900 €\)/)
    expect(html).toContain('À préciser ensemble')
    const over = await say({ amount: '4 000', echeance: '2020-02-02' })
    expect(over.status).toBe(422)
    expect(await text(over)).toContain('Une échéance est déjà passée')
    expect(await jury.rows('select from dossier_condition where dossier_id = $1', [file])).toHaveLength(0)
    expect((await say({ averti: '5000000' })).status).toBe(302)
    const follow = await read(`${dossier}/suivi`)
    expect(follow).toMatch(/Avis de la région : Favorable avec réserves/)
    expect(follow).toMatch(/Montant proposé : 50 000 €/)
    expect(follow).toMatch(/Réserves : Joindre la convention/)
  })
})

describe('A file', () => {
  it('of which reviews are still awaited is called instructed by who says so twice', async () => {
    const session = await jury.aSession(await jury.aDispositif('isi'))
    const [file] = await jury.filesOf(session, 1)
    const reader = await jury.aReader(`Lecture ${Math.random()}`)
    await jury.choose(session, [reader])
    await jury.distribute(session, 1)
    const move = { intent: 'avancer', de: 'eligible', vers: 'instructed' }
    const asked = await jury.send(`${jury.desk}/dossiers/${file}`, move)
    expect(asked.status).toBe(422)
    expect(await text(asked)).toMatch(/0 avis remis sur 1 attendus/)
    const [before] = await jury.rows('select state from dossier where id = $1', [file])
    expect(before.state).toBe('eligible')
    expect((await jury.send(`${jury.desk}/dossiers/${file}`, { ...move, averti: '0/1' })).status).toBe(302)
  })
})

describe('A call that is open', () => {
  it('and that the public does not see says so to the team', async () => {
    const session = await jury.aSession(await jury.aDispositif('isi'))
    await jury.rows(
      `update dispositif_session set opens_at = now() - interval '1 day', closes_at = now() + interval '9 days',
         published_at = null where id = $1`,
      [idOf(session)],
    )
    expect(await read(session)).toContain('Ouverte, pas encore sur le site')
  })
})
