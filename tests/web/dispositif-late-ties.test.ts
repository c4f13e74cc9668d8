import { describe, expect, it } from 'vitest'
import { idOf } from '#tests/support/desk-dossiers.ts'
import { marks, useJury } from '#tests/support/jury.ts'

const jury = useJury()
const { text, read } = jury

type Reader = Awaited<ReturnType<ReturnType<typeof useJury>['aReader']>>

/** A session with one file given to one reader, who has declared. */
async function givenTo(name: string) {
  const session = await jury.aSession(await jury.aDispositif('isi'))
  const [file] = await jury.filesOf(session, 1)
  const ana = await jury.aReader(name)
  await jury.choose(session, [ana])
  await jury.distribute(session, 1)
  await jury.declare(ana, session)
  const [holder] = await jury.rows('select organisation_id as id from dossier_holder where dossier_id = $1', [
    file,
  ])
  return { session, file: file!, ana, holder: holder.id as string }
}

/** Known of in the contacts since: they hold a function in this organisation. */
async function becomesTreasurer(reader: Reader, organisation: string) {
  const person = crypto.randomUUID()
  await jury.rows(
    `insert into person (network_id, id, given_name, family_name, email) values ($1, $2, 'Ana', 'Essai', $3)`,
    [jury.staff.network.id, person, reader.email],
  )
  await jury.rows(
    `insert into person_position (network_id, id, person_id, organisation_id, function)
     values ($1, gen_random_uuid(), $2, $3, 'Trésorière')`,
    [jury.staff.network.id, person, organisation],
  )
}

const conflictsOf = (file: string) =>
  jury.rows('select instructor_id as who, state from conflict where dossier_id = $1', [file])

describe('A tie that appears after files were given', () => {
  it('hides the file as its reader opens it, and tells them and the team why', async () => {
    const { session, file, ana, holder } = await givenTo('Ana Élue Depuis')
    expect((await jury.asReader(ana, `/dossiers/${file}`)).status).toBe(200)
    await becomesTreasurer(ana, holder)
    const opened = await jury.asReader(ana, `/dossiers/${file}`)
    expect(opened.headers.get('location')).toContain('fait=lien-apparu')
    expect(await conflictsOf(file)).toEqual([{ who: ana.id, state: 'proposed' }])
    expect((await jury.asReader(ana, `/dossiers/${file}`)).status).toBe(404)
    const home = await text(jury.asReader(ana, ''))
    expect(home).toContain('1 dossier confié ne vous est plus montré')
    expect(home).not.toContain(file)
    expect(
      await jury.rows(
        `select distinct params from notification where kind = 'dispositifs.tie_found' and path like '%' || $1 || '%'`,
        [idOf(session)],
      ),
    ).toEqual([{ params: expect.objectContaining({ name: 'Ana Élue Depuis' }) }])
    expect(await read(`${session}/instruction`)).toContain('Trésorière')
  })

  it('keeps as a draft the review that was being sent, which can be handed in once the tie is dismissed', async () => {
    const { session, file, ana, holder } = await givenTo('Ana Qui Écrit')
    await becomesTreasurer(ana, holder)
    const good = await marks(jury.rows, session, 1)
    const hers = { ...good, opinion: 'favourable', comment: 'Écrit avant de savoir.' }
    const sent = await jury.asReader(ana, `/dossiers/${file}`, { ...hers, version: '0', intent: 'remettre' })
    expect(sent.headers.get('location')).toContain('fait=lien-apparu')
    expect(await jury.rows('select comment, submitted_at from review where dossier_id = $1', [file])).toEqual(
      [{ comment: 'Écrit avant de savoir.', submitted_at: null }],
    )
    const settle = { intent: 'trancher', dossier: file, instructeur: ana.id, sens: 'ecarter' }
    await jury.send(`${session}/instruction`, { ...settle, motif: 'Mandat sans lien avec ce projet.' })
    const again = await jury.asReader(ana, `/dossiers/${file}`, { ...hers, version: '1', intent: 'remettre' })
    expect(again.headers.get('location')).toContain('fait=avis-remis')
  })

  it('goes from the reader’s list by itself with the co-holder that joined', async () => {
    const { session, file, ana } = await givenTo('Ana Co-porteuse')
    const [other] = await jury.rows(
      `select id from organisation o where network_id = $1 and not exists
         (select from dossier_holder h where h.dossier_id = $2 and h.organisation_id = o.id) limit 1`,
      [jury.staff.network.id, file],
    )
    await becomesTreasurer(ana, other.id)
    expect(await text(jury.asReader(ana, ''))).toContain(file)
    await jury.rows(
      `insert into dossier_holder (network_id, dossier_id, organisation_id, lead) values ($1, $2, $3, false)`,
      [jury.staff.network.id, file, other.id],
    )
    expect(await text(jury.asReader(ana, ''))).not.toContain(file)
    await jury.rows('delete from dossier_holder where dossier_id = $1 and organisation_id = $2', [
      file,
      other.id,
    ])
    expect(await text(jury.asReader(ana, ''))).toContain(file)
    expect(await conflictsOf(file)).toEqual([])
    expect((await jury.asReader(ana, `/dossiers/${file}`)).status).toBe(200)
    expect(idOf(session)).toBeTruthy()
  })

  it('is told on the board, and stops an opinion that counted on somebody who must leave', async () => {
    const { session, file, ana, holder } = await givenTo('Ana Au Jury')
    const bo = await jury.aReader('Bo Au Jury')
    await jury.send(`${jury.desk}/dossiers/${file}`, {
      intent: 'avancer',
      de: 'eligible',
      vers: 'instructed',
      averti: '0/1',
    })
    const planned = await jury.send(`${jury.desk}/jurys/nouveau`, {
      ...{
        name: 'Jury des liens',
        startsAt: '2026-03-10T14:00',
        averti: '2026-03-10T14:00',
        place: '',
        link: '',
        quorum: '1',
      },
      ...{ sessions: idOf(session), instructors: [ana.id, bo.id], chair: bo.id, guests: '' },
    })
    const board = planned.headers.get('location')!.split('?')[0]!
    await jury.send(board, { intent: 'remplir' })
    for (const { id } of await jury.rows('select id from sitting_member where sitting_id = $1', [
      idOf(board),
    ]))
      await jury.send(board, { intent: 'appel', membre: id, presence: 'present', par: '' })
    const [item] = await jury.rows('select id from sitting_item where sitting_id = $1', [idOf(board)])
    expect(await read(board)).not.toContain('1 membre quitte la salle')
    await becomesTreasurer(ana, holder)
    const say = { opinion: 'favourable', amount: '1 500', reasons: 'Un motif déjà tapé', version: '1' }
    const refused = await jury.send(`${board}/points/${item.id}`, say)
    expect(refused.status).toBe(409)
    const page = await text(refused)
    expect(page).toContain('Un lien vient d’apparaître')
    expect(page).toContain('Un motif déjà tapé')
    expect(page).toContain('conflit d’intérêts')
    expect(await read(board)).toContain('1 membre quitte la salle')
    expect((await jury.send(`${board}/points/${item.id}`, say)).status).toBe(302)
    expect(
      await jury.rows('select member_id from sitting_absence where item_id = $1', [item.id]),
    ).toHaveLength(1)
  })
})
