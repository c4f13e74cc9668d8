import { beforeAll, describe, expect, it } from 'vitest'
import { remindDueConditions } from '#server/dispositifs/jobs/remind-conditions.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { idOf } from '#tests/support/desk-dossiers.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { juryOf } from '#tests/support/jury.ts'
import { noonOf } from '#tests/support/people.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let jury: ReturnType<typeof juryOf>
let cookie: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  jury = juryOf(app, database.superuser, staff, cookie)
})

type Fields = Record<string, string | string[]>
const text = async (answer: Response | Promise<Response>) => decoded(await (await answer).text())
const read = (path: string) => text(app.request(path, { headers: { cookie } }))
const to = (answer: Response) => answer.headers.get('location')!.split('?')[0]!
const stateOf = async (id: string) =>
  (await jury.rows('select state from dossier where id = $1', [id]))[0].state

/** A sitting for one session, whose files are instructed, with three members who are there. */
async function aSitting(files = 2, members = 3) {
  const session = await jury.aSession(await jury.aDispositif('isi'))
  const ids = await jury.filesOf(session, files)
  for (const id of ids)
    await jury.send(`${jury.desk}/dossiers/${id}`, { intent: 'avancer', de: 'eligible', vers: 'instructed' })
  const readers = []
  for (let nth = 0; nth < members; nth++) readers.push(await jury.aReader(`Membre ${nth} ${Math.random()}`))
  const planned = await jury.send(`${jury.desk}/jurys/nouveau`, {
    ...{
      name: `Jury d’essai ${Math.random()}`,
      startsAt: '2026-03-10T14:00',
      averti: '2026-03-10T14:00',
      place: 'Bordeaux',
      link: '',
      quorum: String(Math.min(2, members)),
    },
    ...{
      sessions: idOf(session),
      instructors: readers.map(({ id }) => id),
      chair: readers[0]!.id,
      guests: '',
    },
  })
  expect(planned.status, await planned.clone().text()).toBe(302)
  const board = to(planned)
  await jury.send(board, { intent: 'remplir' })
  const items: string[] = (
    await jury.rows('select id from sitting_item where sitting_id = $1 order by position', [idOf(board)])
  ).map(({ id }) => id)
  return { session, ids, readers, board, items }
}

async function callRoll(board: string, presence = 'present') {
  const members = await jury.rows(
    'select id from sitting_member where sitting_id = $1 and round = (select round from sitting where id = $1)',
    [idOf(board)],
  )
  for (const { id } of members) await jury.send(board, { intent: 'appel', membre: id, presence, par: '' })
}

const say = (board: string, item: string, fields: Fields) =>
  jury.send(`${board}/points/${item}`, { version: '1', ...fields })
const yes = { opinion: 'favourable', amount: '1 500', reasons: 'Solide' }

describe('A sitting', () => {
  it('warns of a Sunday once, and is planned all the same when it is meant', async () => {
    const session = await jury.aSession(await jury.aDispositif('isi'))
    const fields = {
      name: 'Jury du dimanche',
      startsAt: '2026-03-08T14:00',
      place: '',
      link: '',
      quorum: '1',
      sessions: idOf(session),
      guests: 'Dominique Exemple, Mairie d’essai',
    }
    const warned = await jury.send(`${jury.desk}/jurys/nouveau`, fields)
    expect(warned.status).toBe(422)
    expect(await text(warned)).toContain('dimanche')
    const planned = await jury.send(`${jury.desk}/jurys/nouveau`, { ...fields, averti: '2026-03-08T14:00' })
    expect(await read(to(planned))).toContain('Dominique Exemple')
  })

  it('opens no opinion without its quorum, then moves the dossier and takes the amount off the envelope', async () => {
    const { board, items, ids } = await aSitting(2)
    const early = await say(board, items[0]!, yes)
    expect(early.status).toBe(422)
    expect(await text(early)).toMatch(/Le quorum n’est pas atteint\s: 0 dans la salle, il en faut 2/u)
    expect(await stateOf(ids[0]!)).toBe('instructed')
    await callRoll(board)
    expect((await say(board, items[0]!, yes)).status).toBe(302)
    expect(await stateOf(ids[0]!)).toBe('opined')
    expect(await read(board)).toMatch(/38\s?500/u)
    const reasonless = await say(board, items[1]!, { opinion: 'unfavourable', reasons: '' })
    expect(reasonless.status).toBe(422)
  })

  it('tells the second of two people who write the same opinion, and keeps what they typed', async () => {
    const { board, items } = await aSitting(1)
    await callRoll(board)
    await say(board, items[0]!, yes)
    const late = await say(board, items[0]!, { opinion: 'unfavourable', reasons: 'Budget trop fragile' })
    expect(late.status).toBe(409)
    expect(await text(late)).toContain('Budget trop fragile')
    expect(await jury.rows('select opinion from sitting_item where id = $1', [items[0]])).toEqual([
      { opinion: 'favourable' },
    ])
  })

  it('does not show a file to a member in conflict, who is told as having left', async () => {
    const { board, items, ids, readers, session } = await aSitting(2)
    const [holder] = await jury.rows(
      'select h.organisation_id as id, o.name from dossier_holder h join organisation o on o.id = h.organisation_id where dossier_id = $1',
      [ids[0]],
    )
    await jury.rows('update instructor set organisation_id = $1 where id = $2', [holder.id, readers[1]!.id])
    await jury.choose(session, [readers[1]!])
    const seen = await text(jury.asReader(readers[1]!, `/jurys/${idOf(board)}`))
    expect(seen).not.toContain(holder.name)
    expect(seen).toContain('Vous quittez la salle pour 1 dossier')
    expect(await text(jury.asReader(readers[2]!, `/jurys/${idOf(board)}`))).toContain(holder.name)
    await callRoll(board)
    await say(board, items[0]!, yes)
    expect(await read(`${board}/pv`)).toContain('Ont quitté la salle')
    const stranger = await jury.aReader('Étrangère au jury')
    expect((await jury.asReader(stranger, `/jurys/${idOf(board)}`)).status).toBe(404)
    const calendar = await jury.asReader(readers[2]!, '/calendrier.ics')
    expect(await calendar.text()).toContain('BEGIN:VEVENT')
  })

  it('is frozen by its signed minutes, in the database too; an appeal leaves them and makes second ones', async () => {
    const { board, items, ids } = await aSitting(2)
    await callRoll(board)
    expect((await jury.send(`${board}/pv`, { signedAs: 'Camille Présidente' })).status).toBe(422)
    await say(board, items[0]!, yes)
    await say(board, items[1]!, {
      opinion: 'reservations',
      reasons: 'À préciser',
      amount: '900',
      reserve: 'Fournir le budget signé',
      echeance: '2026-05-01',
    })
    expect((await jury.send(`${board}/pv`, { signedAs: '' })).status).toBe(422)
    const signed = await jury.send(`${board}/pv`, { signedAs: 'Camille Présidente' })
    expect(signed.status, await signed.clone().text()).toBe(302)
    const [first] = await jury.rows(
      'select m.*, f.sha256 as print from sitting_minutes m join stored_file f on f.id = m.pdf_id where sitting_id = $1',
      [idOf(board)],
    )
    expect(first.sha256).toBe(first.print)
    const pdf = await app.request(`/so-cooperation/fichiers/${first.pdf_id}`, { headers: { cookie } })
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    const docx = await app.request(`/so-cooperation/fichiers/${first.docx_id}`, { headers: { cookie } })
    expect(
      Buffer.from(await docx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    for (const change of [
      `update sitting_item set opinion = 'unfavourable' where id = '${items[0]}'`,
      `delete from sitting_item where id = '${items[0]}'`,
      `update sitting_member set presence = 'absent' where sitting_id = '${idOf(board)}'`,
      `update sitting set name = 'Autre' where id = '${idOf(board)}'`,
      `insert into sitting_absence (network_id, item_id, member_id) select i.network_id, i.id, m.id from sitting_item i join sitting_member m on m.sitting_id = i.sitting_id where i.id = '${items[0]}' limit 1`,
    ])
      await expect(jury.rows(change)).rejects.toThrow(/does not change/)
    expect((await say(board, items[0]!, { ...yes, version: '2' })).status).toBe(409)
    const reopened = await jury.send(`${board}/points/${items[0]}`, {
      intent: 'rouvrir',
      motif: 'Recours du porteur',
    })
    const again = idOf(to(reopened))
    await callRoll(board)
    expect(
      (await say(board, again, { opinion: 'unfavourable', reasons: 'Le recours ne convainc pas' })).status,
    ).toBe(302)
    expect(await read(`${board}/pv`)).toMatch(/Avis précédent[\s\S]*Favorable/)
    expect((await jury.send(`${board}/pv`, { signedAs: 'Camille Présidente' })).status).toBe(302)
    const both = await jury.rows(
      'select number, content from sitting_minutes where sitting_id = $1 order by number',
      [idOf(board)],
    )
    expect(
      both.map(({ number, content }) => [
        number,
        content.items.map((one: { opinion: string }) => one.opinion),
      ]),
    ).toEqual([
      [1, ['favourable', 'reservations']],
      [2, ['unfavourable']],
    ])
    expect(await stateOf(ids[0]!)).toBe('opined')
  })

  it('follows up what an opinion is subject to, until it is met', async () => {
    const { board, items, ids } = await aSitting(1)
    await callRoll(board)
    const page = `${jury.desk}/dossiers/${ids[0]}/instruction`
    expect(
      (
        await say(board, items[0]!, {
          opinion: 'reservations',
          reasons: 'À préciser',
          reserve: '',
          echeance: '',
        })
      ).status,
    ).toBe(422)
    await say(board, items[0]!, {
      opinion: 'reservations',
      reasons: 'À préciser',
      reserve: 'Joindre la convention',
      echeance: '2026-05-01',
    })
    const told = async () =>
      (
        await jury.rows(
          `select count(*)::int as n from notification where kind = 'dispositifs.condition' and path like '%' || $1 || '%'`,
          [ids[0]],
        )
      )[0].n
    await remindDueConditions(noonOf('2026-04-20'))
    expect(await told()).toBe(0)
    await remindDueConditions(noonOf('2026-04-26'))
    const once = await told()
    expect(once).toBeGreaterThan(0)
    await remindDueConditions(noonOf('2026-04-27'))
    expect(await told()).toBe(once)
    await remindDueConditions(noonOf('2026-05-02'))
    expect(await told()).toBe(once * 2)
    const [condition] = await jury.rows('select id, version from dossier_condition where dossier_id = $1', [
      ids[0],
    ])
    await jury.send(page, {
      intent: 'lever',
      reserve: condition.id,
      version: `${condition.version}`,
      note: 'Reçue',
    })
    expect(await read(page)).toContain('Levée le')
  })

  it('of another network is not found', async () => {
    const { board, items } = await aSitting(1, 1)
    const other = await staffOf(database.superuser, 'occitanie-cooperation')
    const there = await signedIn(app, other.account)
    for (const path of ['', '/pv', `/points/${items[0]}`, '/modifier', '/projet-pv.pdf']) {
      const address = (board + path).replace('so-cooperation', 'occitanie-cooperation')
      expect((await app.request(address, { headers: { cookie: there } })).status).toBe(404)
    }
  })
})
