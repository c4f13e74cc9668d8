import { beforeAll, describe, expect, it } from 'vitest'
import { refreshEveryFrame } from '#server/dispositifs/frame/refresh-frame.server.ts'
import { systemClock } from '#server/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { deskOf, idOf } from '#tests/support/desk-dossiers.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
const SOON = { opensAt: '2026-01-05T08:00', closesAt: '2099-02-05T23:59' }

beforeAll(async () => {
  app = await startApp()
})

async function team(network: string) {
  const staff = await staffOf(database.superuser, network)
  const cookie = await signedIn(app, staff.account)
  const read = async (path: string) =>
    decoded(await (await app.request(path, { headers: { cookie } })).text())
  return { ...deskOf(app, staff, cookie), read, network: staff.network.id }
}

const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const keyOf = async (session: string) =>
  (await rows('select shared_key from dispositif_session where id = $1', [idOf(session)]))[0].shared_key

async function proposed(name: string) {
  const lead = await team('so-cooperation')
  const session = await lead.aSession(await lead.aDispositif(), { ...SOON, name })
  await lead.send(`${session}/commune`, { intent: 'partager' })
  return { lead, session, key: await keyOf(session) }
}

async function joined(name: string) {
  const { lead, session, key } = await proposed(name)
  const other = await team('occitanie-cooperation')
  const dispositif = await other.aDispositif()
  const answer = await other.send(`${other.desk}/communes`, { cle: key, dispositif: idOf(dispositif) })
  return { lead, session, key, other, own: answer.headers.get('location')!.split('?')[0]! }
}

describe('A session that several networks hold', () => {
  it('is offered to the others once it is proposed, and not before', async () => {
    const { key } = await proposed('Session des deux rives')
    const other = await team('occitanie-cooperation')
    expect(await other.read(`${other.desk}/communes`)).toContain('Session des deux rives')
    const asked = `${other.desk}/communes?cle=${key}`
    expect(await other.read(asked)).toContain('Créez d’abord le dispositif')
    await other.aDispositif()
    expect(await other.read(asked)).toContain('Dans quel dispositif')
    const lead = await team('so-cooperation')
    await lead.aSession(await lead.aDispositif(), { ...SOON, name: 'Gardée pour soi' })
    expect(await other.read(`${other.desk}/communes`)).not.toContain('Gardée pour soi')
  })

  it('has the same days in each network, and in each its own files', async () => {
    const { session, own, lead, other } = await joined('Aux mêmes dates')
    const days = (id: string) =>
      rows('select closes_at, time_zone, steps from dispositif_session where id = $1', [idOf(id)])
    expect(await days(own)).toEqual(await days(session))
    const theirs = await lead.aDossier(session)
    const sent = await other.send(`${other.desk}/dossiers/${idOf(theirs)}`, {
      ...{ intent: 'avancer', de: 'submitted', vers: 'complete' },
    })
    expect(sent.status).toBe(404)
    expect(await other.read(own)).not.toContain(idOf(theirs))
  })

  it('tells each how many files the others have, and nothing of them', async () => {
    const { session, own, lead, other } = await joined('Comptée par tous')
    await lead.aDossier(session, { externalNumber: 'SECRET-1' })
    await lead.aDossier(session)
    await refreshEveryFrame(systemClock)
    const page = await other.read(`${own}/commune`)
    expect(page).toContain('SO Coopération')
    expect(page).not.toContain('SECRET-1')
    const [frame] = await rows('select deposited from session_frame_listing where id = $1', [idOf(session)])
    expect(frame).toEqual({ deposited: 2 })
  })

  it('is one session, however often one takes part', async () => {
    const { key, other, own } = await joined('Rejointe deux fois')
    const dispositif = await other.aDispositif()
    const again = await other.send(`${other.desk}/communes`, { cle: key, dispositif: idOf(dispositif) })
    expect(again.headers.get('location')).toContain(own)
  })

  it('tells that its days changed, and takes them over when asked', async () => {
    const { session, own, lead, other } = await joined('Repoussée')
    const [{ version }] = await rows('select version from dispositif_session where id = $1', [idOf(session)])
    const changed = await lead.send(`${session}/modifier`, {
      ...{ name: 'Repoussée', year: '2026', opensAt: '2026-01-05T08:00', closesAt: '2099-03-09T23:59' },
      ...{ timeZone: 'Europe/Paris', jury: 'grid', retentionMonths: '60', version: String(version) },
      steps: ['instruction', 'national', 'advance'],
    })
    expect(changed.status).toBe(302)
    expect(await other.read(`${own}/commune`)).toContain('Le calendrier commun a changé')
    await other.send(`${own}/commune`, { intent: 'reprendre' })
    expect(await other.read(`${own}/commune`)).not.toContain('Le calendrier commun a changé')
  })

  it('is the network’s alone again when it leaves, and the others keep theirs', async () => {
    const { session, own, lead, other } = await joined('Quittée')
    await lead.send(`${session}/commune`, { intent: 'seul' })
    expect(await other.read(`${own}/commune`)).not.toContain('SO Coopération')
    expect(await keyOf(own)).not.toBeNull()
    expect(await keyOf(session)).toBeNull()
  })

  it('is not joined by a key that nobody proposes', async () => {
    const other = await team('occitanie-cooperation')
    const dispositif = idOf(await other.aDispositif())
    for (const cle of ['1.x', '', `${other.network}.a`, 'x'])
      expect((await other.send(`${other.desk}/communes`, { cle, dispositif })).status, cle).toBe(404)
  })
})

describe('A session open to another region', () => {
  it('keeps which one, and refuses a region that does not exist', async () => {
    const lead = await team('so-cooperation')
    const dispositif = await lead.aDispositif()
    const session = await lead.aSession(dispositif, { alsoRegions: '94' })
    expect(await rows('select also_regions from dispositif_session where id = $1', [idOf(session)])).toEqual([
      { also_regions: ['94'] },
    ])
    const wrong = await lead.send(`${dispositif}/sessions/nouvelle`, { name: 'X', alsoRegions: '999' })
    expect(wrong.status).toBe(422)
  })
})
