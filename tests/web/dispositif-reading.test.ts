import { describe, expect, it } from 'vitest'
import { remindDueConditions } from '#server/dispositifs/jobs/remind-conditions.server.ts'
import { idOf } from '#tests/support/desk-dossiers.ts'
import { marks, useJury } from '#tests/support/jury.ts'
import { noonOf } from '#tests/support/people.ts'

const jury = useJury()
const { text, read, to } = jury

/** A session whose only file is with one reader, who may open it. */
async function oneRead(fields: Record<string, string | string[]> = {}) {
  const dispositif = await jury.aDispositif('isi')
  const session = await jury.aSession(dispositif, fields)
  const [file] = await jury.filesOf(session, 1)
  const ana = await jury.aReader(`Ana ${Math.random()}`)
  await jury.choose(session, [ana])
  await jury.distribute(session, 1)
  await jury.declare(ana, session)
  return { dispositif, session, file: file!, ana }
}
type One = Awaited<ReturnType<typeof oneRead>>

/** Marks of one level, handed in. */
async function handIn({ session, file }: One, ana: One['ana'], level: number) {
  const review = {
    ...(await marks(jury.rows, session, level)),
    ...{ opinion: 'favourable', comment: 'Lu en entier.', version: '0', intent: 'remettre' },
  }
  expect((await jury.asReader(ana, `/dossiers/${file}`, review)).status).toBe(302)
}

/** The board of a sitting for it, with the file on its agenda and everybody there. */
async function sittingFor({ session, file, ana }: One) {
  await jury.send(`${jury.desk}/dossiers/${file}`, {
    ...{ intent: 'avancer', de: 'eligible', vers: 'instructed', averti: '0/1' },
  })
  const bo = await jury.aReader(`Bo ${Math.random()}`)
  const planned = await jury.send(`${jury.desk}/jurys/nouveau`, {
    ...{
      name: `Jury ${Math.random()}`,
      startsAt: '2026-03-10T14:00',
      averti: '2026-03-10T14:00',
      place: 'Pau',
      link: '',
      quorum: '1',
    },
    ...{ sessions: idOf(session), instructors: [ana.id, bo.id], chair: bo.id, guests: '' },
  })
  const board = to(planned)
  await jury.send(board, { intent: 'remplir' })
  return board
}

async function callRoll(board: string) {
  const members = await jury.rows(
    'select id from sitting_member where sitting_id = $1 and round = (select round from sitting where id = $1)',
    [idOf(board)],
  )
  for (const { id } of members)
    await jury.send(board, { intent: 'appel', membre: id, presence: 'present', par: '' })
}
const itemOf = async (board: string) =>
  (await jury.rows('select id from sitting_item where sitting_id = $1 order by round desc', [idOf(board)]))[0]
    .id as string

describe('The grid of a session', () => {
  it('stays as it is from the first mark on, a draft among them', async () => {
    const one = await oneRead()
    const kept = { ...(await marks(jury.rows, one.session, 1)), opinion: '', comment: '', version: '0' }
    expect(
      (await jury.asReader(one.ana, `/dossiers/${one.file}`, { ...kept, intent: 'garder' })).status,
    ).toBe(302)
    const bound = () =>
      jury.rows('select grid_id, jury, version from dispositif_session where id = $1', [idOf(one.session)])
    const before = await bound()
    await jury.rows(
      `insert into dispositif_revision (network_id, id, dispositif_id, kind, number, content, published_at)
       select network_id, gen_random_uuid(), dispositif_id, kind, 2, content, now() from dispositif_revision
       where dispositif_id = $1 and kind = 'grid'`,
      [idOf(one.dispositif)],
    )
    await jury.send(`${one.dispositif}/personnaliser`, { acte: 'ouvrir' })
    const moved = await jury.send(`${one.dispositif}/personnaliser`, {
      ...{ acte: 'session', session: idOf(one.session), quoi: 'grid' },
    })
    expect(moved.status).toBe(409)
    expect(await text(moved)).toContain('la grille de cette session ne change plus')
    const simple = await jury.send(`${one.session}/modifier`, {
      ...{ name: 'Session d’essai', year: '2026', opensAt: '2026-01-05T08:00', closesAt: '2026-02-05T23:59' },
      ...{ timeZone: 'Europe/Paris', envelope: '', retentionMonths: '60', jury: 'simple' },
      ...{ steps: ['instruction', 'national', 'advance'], version: String(before[0].version) },
    })
    expect(simple.status).toBe(409)
    expect(await text(simple)).toContain('la grille de cette session ne change plus')
    expect(await bound()).toEqual(before)
  })
})

describe('A mark of somebody found to be in conflict', () => {
  it('is on record, and counts in no mean', async () => {
    const one = await oneRead()
    const bo = await jury.aReader(`Bo ${Math.random()}`)
    await jury.choose(one.session, [one.ana, bo])
    await jury.distribute(one.session, 2)
    await jury.declare(bo, one.session)
    await handIn(one, one.ana, 1)
    await handIn(one, bo, 0.2)
    const board = await sittingFor(one)
    /** In its column, whose heading says « sur 100 » too. */
    const mean = async () => (await read(board)).replaceAll('sur 100', '').match(/100|\d\d,\d/)?.[0]
    expect(await mean()).not.toBe('100')
    await jury.rows(
      `insert into conflict (network_id, dossier_id, instructor_id, reasons, state)
       values ($1, $2, $3, '[]', 'confirmed')`,
      [jury.staff.network.id, one.file, bo.id],
    )
    const { rows } = { rows: await jury.rows('select score from review where dossier_id = $1', [one.file]) }
    expect(rows).toHaveLength(2)
    expect(await mean()).toBe('100')
  })
})

describe('Somebody to whom a file comes after the others', () => {
  it('is told, whether its reader withdrew or the team gave it', async () => {
    const one = await oneRead()
    const bo = await jury.aReader(`Bo ${Math.random()}`)
    await jury.choose(one.session, [one.ana, bo])
    const told = async () =>
      (
        await jury.rows(
          `select params ->> 'count' as count from notification n join account a on a.id = n.account_id
           where n.kind = 'dispositifs.given' and a.email = $1`,
          [bo.email],
        )
      ).map(({ count }) => count)
    expect(await told()).toEqual([])
    expect((await jury.asReader(one.ana, `/dossiers/${one.file}`, { intent: 'deporter' })).status).toBe(302)
    expect(await told()).toEqual(['1'])
    const [other] = await jury.filesOf(one.session, 1)
    const give = { intent: 'confier', instructeur: bo.id }
    for (const _ of [1, 2]) await jury.send(`${jury.desk}/dossiers/${other}/instruction`, give)
    expect(await told()).toEqual(['1', '1'])
  })
})

describe('What a jury proposed', () => {
  it('is off the envelope no more once the project is withdrawn', async () => {
    const one = await oneRead({ envelope: '10 000' })
    const board = await sittingFor(one)
    await callRoll(board)
    await jury.send(`${board}/points/${await itemOf(board)}`, {
      ...{ version: '1', opinion: 'favourable', reasons: 'Solide', amount: '4 000' },
    })
    expect(await read(board)).toMatch(/6\s000\s€/)
    await jury.send(`${jury.desk}/dossiers/${one.file}`, {
      ...{ intent: 'avancer', de: 'opined', vers: 'withdrawn', motif: 'Le groupe ne part plus.' },
    })
    expect(await read(board)).not.toMatch(/6\s000\s€/)
  })
})

describe('A dossier that goes to another session', () => {
  it('leaves its readers and the agenda that had said nothing of it', async () => {
    const one = await oneRead({ steps: ['national'] })
    const board = await sittingFor(one)
    const left = async () => [
      (await jury.rows('select 1 from sitting_item where dossier_id = $1', [one.file])).length,
      (await jury.rows('select 1 from assignment where dossier_id = $1', [one.file])).length,
    ]
    expect(await left()).toEqual([1, 1])
    const other = await jury.aSession(one.dispositif, { name: 'Autre session', steps: ['national'] })
    const sent = await jury.send(`${jury.desk}/dossiers/${one.file}/rapprocher`, {
      ...{ intent: 'transferer', session: idOf(other), motif: 'Déposé dans la mauvaise session.' },
    })
    expect(sent.status, await sent.clone().text()).toBe(302)
    expect(await left()).toEqual([0, 0])
    expect(board).toBeTruthy()
  })
})

describe('A condition of an opinion', () => {
  it('is chased no more once an appeal has replaced the opinion', async () => {
    const one = await oneRead()
    await handIn(one, one.ana, 1)
    const board = await sittingFor(one)
    await callRoll(board)
    const first = await itemOf(board)
    const said = await jury.send(`${board}/points/${first}`, {
      ...{ version: '1', opinion: 'reservations', reasons: 'À préciser', amount: '900' },
      ...{ reserve: 'Joindre la convention signée', echeance: '2026-05-01' },
    })
    expect(said.status, await said.clone().text()).toBe(302)
    const page = `${jury.desk}/dossiers/${one.file}/instruction`
    expect(await read(page)).toContain('Joindre la convention signée')
    expect((await jury.send(`${board}/pv`, { signedAs: 'Camille Présidente' })).status).toBe(302)
    await jury.send(`${board}/points/${first}`, { intent: 'rouvrir', motif: 'Recours du porteur' })
    await callRoll(board)
    const again = await jury.send(`${board}/points/${await itemOf(board)}`, {
      ...{ version: '1', opinion: 'favourable', reasons: 'Convention reçue', amount: '900' },
    })
    expect(again.status, await again.clone().text()).toBe(302)
    expect(await read(page)).not.toContain('Joindre la convention signée')
    await remindDueConditions(noonOf('2026-04-28'))
    expect(
      await jury.rows(`select 1 from notification where kind = 'dispositifs.condition' and path like $1`, [
        `%${one.file}%`,
      ]),
    ).toEqual([])
  })
})
