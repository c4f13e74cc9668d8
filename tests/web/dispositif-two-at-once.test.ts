import { describe, expect, it } from 'vitest'
import { clientOf } from '#tests/support/database.ts'
import { idOf } from '#tests/support/desk-dossiers.ts'
import { marks, useJury } from '#tests/support/jury.ts'

const jury = useJury()
const { database, text, read, to } = jury

/** A file that one reader has, and what they send to hand it in. */
async function oneRead() {
  const session = await jury.aSession(await jury.aDispositif('isi'))
  const [file] = await jury.filesOf(session, 1)
  const ana = await jury.aReader(`Ana ${Math.random()}`)
  await jury.choose(session, [ana])
  await jury.distribute(session, 1)
  await jury.declare(ana, session)
  const review = {
    ...(await marks(jury.rows, session, 1)),
    ...{ opinion: 'favourable', comment: 'Lu jusqu’au bout.', version: '0', intent: 'remettre' },
  }
  return { session, file: file!, ana, review }
}
type One = Awaited<ReturnType<typeof oneRead>>

const handIn = async ({ ana, file, review }: One) => jury.asReader(ana, `/dossiers/${file}`, review)
const takeBack = async ({ ana, file }: One) =>
  jury.send(`${jury.desk}/dossiers/${file}/instruction`, {
    ...{ intent: 'reprendre', instructeur: ana.id, motif: 'Charge mal répartie' },
  })

const waiting = async () =>
  (
    await jury.rows(`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`)
  ).length

/** Both wait for what is given to read, in this order, then go on. */
async function inTurn(one: One, acts: ((one: One) => Promise<Response>)[]) {
  const holder = await clientOf(database.urls.superuser)
  await holder.query('begin')
  await holder.query('select 1 from assignment where dossier_id = $1 for update', [one.file])
  const answers: Promise<Response>[] = []
  for (const act of acts) {
    answers.push(act(one))
    await expect.poll(waiting, { timeout: 15_000 }).toBe(answers.length)
  }
  await holder.query('commit')
  await holder.end()
  return Promise.all(answers)
}
const stateOf = async ({ file }: One) => ({
  given: (await jury.rows('select 1 from assignment where dossier_id = $1', [file])).length,
  handedIn: (
    await jury.rows('select 1 from review where dossier_id = $1 and submitted_at is not null', [file])
  ).length,
  returned: (await jury.rows('select 1 from reading_return where dossier_id = $1', [file])).length,
})

/** A sitting of its session whose agenda is filled, whose members are there. */
async function aSitting({ session, ana }: Pick<One, 'session' | 'ana'>, fill = true) {
  const planned = await jury.send(`${jury.desk}/jurys/nouveau`, {
    ...{ name: `Jury ${Math.random()}`, startsAt: '2026-03-10T14:00', averti: '2026-03-10T14:00' },
    ...{ place: 'Pau', link: '', quorum: '1', sessions: idOf(session), instructors: ana.id, guests: '' },
  })
  expect(planned.status, await planned.clone().text()).toBe(302)
  const board = to(planned)
  if (fill) await jury.send(board, { intent: 'remplir' })
  return board
}
const instructed = (file: string) =>
  jury.send(`${jury.desk}/dossiers/${file}`, {
    ...{ intent: 'avancer', de: 'eligible', vers: 'instructed', averti: '0/1' },
  })
const itemOf = async (board: string) =>
  (await jury.rows('select id from sitting_item where sitting_id = $1 order by round desc', [idOf(board)]))[0]
    .id

async function opined(one: One, said: Record<string, string>) {
  await instructed(one.file)
  const board = await aSitting(one)
  const [{ id }] = await jury.rows('select id from sitting_member where sitting_id = $1', [idOf(board)])
  await jury.send(board, { intent: 'appel', membre: id, presence: 'present', par: '' })
  const opinion = await jury.send(`${board}/points/${await itemOf(board)}`, { version: '1', ...said })
  expect(opinion.status, await opinion.clone().text()).toBe(302)
  return board
}
const sign = (board: string) => jury.send(`${board}/pv`, { signedAs: 'Camille Présidente' })
async function signed(one: One, said: Record<string, string>) {
  const board = await opined(one, said)
  expect((await sign(board)).status).toBe(302)
  return board
}

describe('An opinion handed in at the instant its file is taken back', () => {
  it('counts if it came first: the team is told, and the file stays with its reader', async () => {
    const one = await oneRead()
    const [review, take] = await inTurn(one, [handIn, takeBack])
    expect(review!.headers.get('location')).toContain('fait=avis-remis')
    expect(take!.status).toBe(409)
    expect(await text(take!)).toContain('Cet avis est déjà remis')
    expect(await stateOf(one)).toEqual({ given: 1, handedIn: 1, returned: 0 })
  })

  it('is kept as a draft if it came second, and its reader is told', async () => {
    const one = await oneRead()
    const [take, review] = await inTurn(one, [takeBack, handIn])
    expect(take!.status).toBe(302)
    expect(review!.headers.get('location')).toContain('fait=repris-entre-temps')
    expect(await text(jury.asReader(one.ana, '?fait=repris-entre-temps'))).toContain(
      'votre avis n’est pas remis',
    )
    expect(await stateOf(one)).toEqual({ given: 0, handedIn: 0, returned: 1 })
    expect(await read(`${jury.desk}/dossiers/${one.file}/instruction`)).toContain('Lu jusqu’au bout.')
    expect((await jury.asReader(one.ana, `/dossiers/${one.file}`)).status).toBe(404)
  })
})

describe('An opinion of a reader, once that of the jury is signed', () => {
  it('is refused with what was typed, by the database too, and may be kept as a draft', async () => {
    const one = await oneRead()
    await signed(one, { opinion: 'favourable', reasons: 'Solide', amount: '900' })
    const late = await handIn(one)
    expect(late.status).toBe(409)
    const html = await text(late)
    expect(html).toContain('L’avis du jury sur ce dossier est signé')
    expect(html).toContain('Lu jusqu’au bout.')
    const draft = await jury.asReader(one.ana, `/dossiers/${one.file}`, { ...one.review, intent: 'garder' })
    expect(draft.status).toBe(302)
    await expect(
      jury.rows('update review set submitted_at = now() where dossier_id = $1', [one.file]),
    ).rejects.toThrow(/signed opinion/)
    expect((await stateOf(one)).handedIn).toBe(0)
  })

  it('is awaited again when the jury put the file off, or looks at it again', async () => {
    const adjourned = await oneRead()
    await signed(adjourned, { opinion: 'adjourned', reasons: 'Il manque le budget' })
    expect((await handIn(adjourned)).status).toBe(302)
    const appealed = await oneRead()
    const board = await signed(appealed, { opinion: 'unfavourable', reasons: 'Fragile' })
    await jury.send(`${board}/points/${await itemOf(board)}`, {
      intent: 'rouvrir',
      motif: 'Recours du porteur',
    })
    expect((await handIn(appealed)).status).toBe(302)
  })
})

/** Two acts that both wait at a table, having read what they decide from. */
async function bothAt(table: string, acts: (() => Response | Promise<Response>)[]) {
  const holder = await clientOf(database.urls.superuser)
  await holder.query('begin')
  await holder.query(`lock table ${table} in share row exclusive mode`)
  const answers = acts.map(async (act) => act())
  await expect.poll(waiting, { timeout: 15_000 }).toBe(acts.length)
  await holder.query('commit')
  await holder.end()
  return (await Promise.all(answers)).map(({ status }) => status)
}

describe('Two sittings whose agendas are filled at the same instant', () => {
  it('take a file once', async () => {
    const one = await oneRead()
    await instructed(one.file)
    const boards = [await aSitting(one, false), await aSitting(one, false)]
    const fill = boards.map((board) => () => jury.send(board, { intent: 'remplir' }))
    expect(await bothAt('sitting_item', fill)).toEqual([302, 302])
    expect(await jury.rows('select 1 from sitting_item where dossier_id = $1', [one.file])).toHaveLength(1)
  })
})

describe('Minutes signed by two people at the same instant', () => {
  it('are kept once, and no file is left of those that lost', async () => {
    const board = await opined(await oneRead(), { opinion: 'unfavourable', reasons: 'Fragile' })
    const statuses = await bothAt('stored_file', [() => sign(board), () => sign(board)])
    expect(statuses.toSorted()).toEqual([302, 409])
    const kept = await jury.rows(
      'select id from stored_file where owner_id = $1 and deleted_at is null order by id',
      [idOf(board)],
    )
    const [minutes] = await jury.rows('select pdf_id, docx_id from sitting_minutes where sitting_id = $1', [
      idOf(board),
    ])
    expect(kept.map(({ id }) => id)).toEqual([minutes.pdf_id, minutes.docx_id].toSorted())
  })
})
