import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { idOf } from '#tests/support/desk-dossiers.ts'
import { aBoundPerson, aFollowedCall, anEditor } from '#tests/support/dispositif-follow-up.ts'
import { aBeginner, aHolderCall } from '#tests/support/dispositif-holder.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { juryOf } from '#tests/support/jury.ts'
import { aPerson } from '#tests/support/people.ts'
import { forwardClock } from '#tests/support/public-form.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const clock = forwardClock()
const network = 'so-cooperation'
const SPACE = `/${network}/espace`
let app: TestApp
let staff: StaffContext
let team: string

beforeAll(async () => {
  app = await startApp({ clock })
  staff = await staffOf(database.superuser, network)
  team = await signedIn(app, staff.account)
})

const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows

/** What awaits somebody: what, why, until when and where, as their space lists it. */
async function awaiting(cookie: string, path = SPACE): Promise<string[]> {
  const page = decoded(await (await app.request(path, { headers: { cookie } })).text())
  const list = page.match(/<ul class="todo">.*?<\/ul>/s)?.[0] ?? ''
  return [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, line]) => {
    const to = line!.match(/href="([^"]*)"/)?.[1] ?? ''
    return `${line!.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')} ${to}`
  })
}
const awaits = (lines: string[], ...parts: string[]) =>
  lines.some((line) => parts.every((part) => line.includes(part)))

describe('In their space, a holder', () => {
  it('is told of a draft to submit before the call closes, and no longer once it closed', async () => {
    const call = await aHolderCall(database.superuser, staff)
    const one = await aBeginner({ app, clock, superuser: database.superuser, network }, call.slug)
    const lines = await awaiting(one.cookie)
    expect(awaits(lines, 'Brouillon à déposer', 'À faire au plus tard le', one.home), lines.join('\n')).toBe(
      true,
    )
    await rows(`update dispositif_session set closes_at = opens_at + interval '1 day' where id = $1`, [
      call.session,
    ])
    expect(awaits(await awaiting(one.cookie), 'Brouillon à déposer')).toBe(false)
  })

  it('is told of corrections, of a condition and of a report, each until its day', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const corrected = await call.dossier({ state: 'complete', title: 'Le verger' })
    const done = await call.dossier({ state: 'done', title: 'La fresque' })
    const person = await anEditor(database.superuser, call.network, corrected.id, network)
    await rows(
      `insert into dossier_editor (network_id, id, dossier_id, email, account_id, name, added_at, joined_at)
       values ($1, $2, $3, $4, $5, '', now(), now())`,
      [call.network, randomUUID(), done.id, person.email, person.id],
    )
    await rows(`update dossier set state = 'to_correct', move_reason = 'Trop court' where id = $1`, [
      corrected.id,
    ])
    await rows(
      `insert into dossier_correction (network_id, id, dossier_id, fields, reason, due_on)
       values ($1, $2, $3, '{title}', 'Trop court', '2020-01-15')`,
      [call.network, randomUUID(), corrected.id],
    )
    await rows(
      `insert into dossier_condition (network_id, id, dossier_id, text, due_on)
       values ($1, $2, $3, 'Joindre l’accord du maire', '2099-02-01')`,
      [call.network, randomUUID(), done.id],
    )
    await rows(
      `insert into dossier_follow_up (network_id, dossier_id, report_due_on) values ($1, $2, '2099-03-01')`,
      [call.network, done.id],
    )
    const lines = await awaiting(await signedIn(app, person))
    const shown = lines.join('\n')
    expect(
      awaits(lines, 'Le verger', 'corrections', 'Attendu depuis le 15 janvier 2020', '/remplir'),
      shown,
    ).toBe(true)
    expect(awaits(lines, 'Joindre l’accord du maire', '1er février 2099'), shown).toBe(true)
    expect(awaits(lines, 'La fresque', 'Bilan final', '1er mars 2099', '/bilan'), shown).toBe(true)
    const stranger = await signedIn(app, await aPerson(database.superuser, { [network]: 'holder' }))
    expect(await awaiting(stranger)).toEqual([])
  })
})

describe('In their space, a sponsor', () => {
  it('is told of a dossier to validate before closing, and not of one of another sponsor', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    await rows(`update dispositif_session set closes_at = now() + interval '5 days' where id = $1`, [
      call.session,
    ])
    const { holder: sponsor } = await call.dossier({ state: 'draft' })
    const { holder: another } = await call.dossier({ state: 'draft' })
    const dossier = await call.dossier({ sponsor, state: 'awaiting_sponsor', title: 'Le puits partagé' })
    const mine = await aBoundPerson(database.superuser, network, 'sponsor', sponsor)
    const theirs = await aBoundPerson(database.superuser, network, 'sponsor', another)
    const lines = await awaiting(await signedIn(app, mine))
    expect(
      awaits(lines, 'Le puits partagé', 'à valider', `/parrainages/${dossier.id}`),
      lines.join('\n'),
    ).toBe(true)
    expect(await awaiting(await signedIn(app, theirs))).toEqual([])
  })
})

describe('In their space, an instructor', () => {
  it('is told to declare their interests, then of each file until it is handed in, and of the sitting to come', async () => {
    const jury = juryOf(app, database.superuser, staff, team)
    const session = await jury.aSession(await jury.aDispositif('isi'))
    const [file] = await jury.filesOf(session, 1)
    const reader = await jury.aReader('Sacha Essai')
    await jury.choose(session, [reader])
    expect(awaits(await awaiting(reader.cookie), 'Liens d’intérêts', '/liens')).toBe(true)
    await jury.declare(reader, session)
    await jury.distribute(session, 1)
    const lines = await awaiting(reader.cookie)
    expect(awaits(lines, 'avis à rendre', '1er mars 2026', file!), lines.join('\n')).toBe(true)
    expect(awaits(lines, 'Liens d’intérêts')).toBe(false)
    const planned = await jury.send(`${jury.desk}/jurys/nouveau`, {
      ...{
        name: 'Jury de printemps',
        startsAt: '2099-03-10T14:00',
        place: 'Bordeaux',
        link: '',
        quorum: '1',
      },
      ...{ sessions: idOf(session), instructors: [reader.id], chair: reader.id, guests: '' },
    })
    expect(planned.status, await planned.clone().text()).toBe(302)
    const later = await awaiting(reader.cookie)
    expect(awaits(later, 'Jury de printemps', '10 mars 2099', '/instruction/jurys/'), later.join('\n')).toBe(
      true,
    )
  })
})

describe('At the desk, the team', () => {
  it('is told of a report that came in, to read before settling', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const dossier = await call.dossier({ state: 'report_received', title: 'Les ruches' })
    await rows(`update dossier set assignee_id = $2 where id = $1`, [dossier.id, staff.account.id])
    const lines = await awaiting(team, `/${network}/bureau`)
    expect(awaits(lines, 'Les ruches', 'Bilan reçu', dossier.path), lines.join('\n')).toBe(true)
  })
})
