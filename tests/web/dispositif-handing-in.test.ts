import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { juryOf, marks } from '#tests/support/jury.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let jury: ReturnType<typeof juryOf>

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  jury = juryOf(app, database.superuser, staff, await signedIn(app, staff.account))
})

const text = async (answer: Response | Promise<Response>) => decoded(await (await answer).text())

describe('An opinion about to be handed in', () => {
  it('with an amount above the request is questioned once, what was typed kept, then kept if that is meant', async () => {
    const session = await jury.aSession(await jury.aDispositif('isi'))
    const [file] = await jury.filesOf(session, 1)
    await jury.rows('update dossier set requested_cents = 790000 where id = $1', [file])
    const ana = await jury.aReader('Ana Généreuse')
    await jury.choose(session, [ana])
    await jury.distribute(session, 1)
    await jury.declare(ana, session)
    const path = `/dossiers/${file}`
    const page = await text(jury.asReader(ana, path))
    expect(page).toContain('href="#avis"')
    expect(page).toMatch(/Remettre cet avis\s\?/)
    expect(page).not.toContain('auDela')
    const hers = {
      ...(await marks(jury.rows, session, 1)),
      ...{ opinion: 'favourable', comment: 'Très bon.', amount: '9 000', version: '0', intent: 'remettre' },
    }
    const refused = await jury.asReader(ana, path, hers)
    expect(refused.status).toBe(422)
    const again = await text(refused)
    expect(again).toContain('Ce montant dépasse ce que le dossier demande')
    expect(again).toContain('Très bon.')
    expect(again).toContain('name="auDela"')
    const left = 'select count(*)::int as n from review where dossier_id = $1 and submitted_at is not null'
    expect(await jury.rows(left, [file])).toEqual([{ n: 0 }])
    expect((await jury.asReader(ana, path, { ...hers, auDela: 'oui' })).status).toBe(302)
    expect(await jury.rows(left, [file])).toEqual([{ n: 1 }])
  })
})

describe('An instructor chosen for a session', () => {
  it('is asked for their links by a notice that goes once they are declared', async () => {
    const session = await jury.aSession(await jury.aDispositif('isi'))
    const bo = await jury.aReader('Bo Essai')
    await jury.choose(session, [bo])
    const home = () => text(app.request(`/${staff.network.slug}/espace`, { headers: { cookie: bo.cookie } }))
    const told = async () => (await home()).split('id="recemment"')[0]!
    expect(await told()).toContain('Le réseau vous confie l’instruction')
    await jury.declare(bo, session)
    expect(await told()).not.toContain('Le réseau vous confie l’instruction')
    expect(await home()).toContain('Le réseau vous confie l’instruction')
  })
})
