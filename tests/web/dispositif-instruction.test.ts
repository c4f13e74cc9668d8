import { describe, expect, it } from 'vitest'
import { idOf } from '#tests/support/desk-dossiers.ts'
import { signedIn } from '#tests/support/http.ts'
import { juryOf, marks, useJury } from '#tests/support/jury.ts'
import { staffOf } from '#tests/support/published.ts'

const jury = useJury()
const { database, text, read } = jury

const aSession = async () => jury.aSession(await jury.aDispositif('isi'))

describe('The files of a session', () => {
  it('go evenly to its instructors, who see their own once they have declared their links, and no other', async () => {
    const session = await aSession()
    const files = await jury.filesOf(session, 4)
    const [ana, bo, cy] = [
      await jury.aReader('Ana Lisante'),
      await jury.aReader('Bo Lisant'),
      await jury.aReader('Cy Lisant'),
    ]
    await jury.choose(session, [ana, bo, cy])
    await jury.distribute(session, 2)
    const given = await Promise.all([ana, bo, cy].map(jury.given))
    expect(given.map(({ length }) => length).sort()).toEqual([2, 3, 3])
    const [mine] = given
    expect((await jury.asReader(ana, `/dossiers/${mine![0]}`)).status).toBe(404)
    expect((await jury.declare(ana, session)).status).toBe(302)
    expect((await jury.asReader(ana, `/dossiers/${mine![0]}`)).status).toBe(200)
    const others = files.filter((id) => !mine!.includes(id))
    for (const id of others) expect((await jury.asReader(ana, `/dossiers/${id}`)).status).toBe(404)
    const home = await text(jury.asReader(ana, ''))
    for (const id of others) expect(home).not.toContain(id)
    const paper = await jury.asReader(ana, '/dossiers.pdf')
    expect(paper.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await paper.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('are out of reach from the next click of who leaves the pool, and go to others', async () => {
    const session = await aSession()
    await jury.filesOf(session, 2)
    const [ana, bo] = [await jury.aReader('Ana Partante'), await jury.aReader('Bo Restant')]
    await jury.choose(session, [ana, bo])
    await jury.distribute(session, 1)
    await jury.declare(ana, session)
    const [file] = await jury.given(ana)
    expect((await jury.asReader(ana, `/dossiers/${file}`)).status).toBe(200)
    expect((await jury.send(`${jury.desk}/vivier/${ana.id}`, { intent: 'retirer' })).status).toBe(302)
    expect((await jury.asReader(ana, `/dossiers/${file}`)).status).toBe(403)
    expect((await jury.asReader(ana, '')).status).toBe(403)
    expect(await jury.given(bo)).toHaveLength(2)
    expect(
      await jury.rows(
        'select revoked_at is not null as ended from account_grant g join account a on a.id = g.account_id where a.email = $1',
        [ana.email],
      ),
    ).toEqual([{ ended: true }])
  })

  it('are hidden from who declares a link with their holder, with the reason before the team', async () => {
    const session = await aSession()
    const [file] = await jury.filesOf(session, 1)
    const [ana, bo] = [await jury.aReader('Ana Liée'), await jury.aReader('Bo Libre')]
    await jury.choose(session, [ana])
    await jury.distribute(session, 1)
    expect(await jury.given(ana)).toEqual([file])
    const [holder] = await jury.rows(
      'select organisation_id as id from dossier_holder where dossier_id = $1',
      [file],
    )
    await jury.choose(session, [ana, bo])
    await jury.declare(ana, session, { organisations: holder.id, nature: 'Membre du bureau' })
    expect(await jury.given(ana)).toEqual([])
    expect(await jury.given(bo)).toEqual([file])
    expect((await jury.asReader(ana, `/dossiers/${file}`)).status).toBe(404)
    const page = await read(`${session}/instruction`)
    expect(page).toContain('A déclaré un lien avec')
    expect(page).toContain('Membre du bureau')
    const refused = await jury.send(`${jury.desk}/dossiers/${file}/instruction`, {
      intent: 'confier',
      instructeur: ana.id,
    })
    expect(refused.status).toBe(422)
    const settle = { intent: 'trancher', dossier: file!, instructeur: ana.id, sens: 'ecarter' }
    expect((await jury.send(`${session}/instruction`, settle)).status).toBe(422)
    await jury.send(`${session}/instruction`, { ...settle, motif: 'Ancien mandat, terminé en 2019.' })
    await jury.send(`${jury.desk}/dossiers/${file}/instruction`, { intent: 'confier', instructeur: ana.id })
    expect((await jury.asReader(ana, `/dossiers/${file}`)).status).toBe(200)
  })

  it('go to another when an instructor withdraws in one click', async () => {
    const session = await aSession()
    const [file] = await jury.filesOf(session, 1)
    const ana = await jury.aReader('Ana Déportée')
    await jury.choose(session, [ana])
    await jury.distribute(session, 1)
    const bo = await jury.aReader('Bo Suivant')
    await jury.choose(session, [ana, bo])
    await jury.declare(ana, session)
    expect((await jury.asReader(ana, `/dossiers/${file}`, { intent: 'deporter' })).status).toBe(302)
    expect(await jury.given(bo)).toEqual([file])
    expect((await jury.asReader(ana, `/dossiers/${file}`)).status).toBe(404)
  })

  it('show what others think once one has handed in, and not before, in the page or its data', async () => {
    const session = await aSession()
    const [file] = await jury.filesOf(session, 1)
    const [ana, bo] = [await jury.aReader('Ana Première'), await jury.aReader('Bo Second')]
    await jury.choose(session, [ana, bo])
    await jury.distribute(session, 2)
    await jury.declare(ana, session)
    await jury.declare(bo, session)
    const good = await marks(jury.rows, session, 1)
    const hers = {
      ...good,
      opinion: 'favourable',
      comment: 'Projet solide, partenaires engagés.',
      version: '0',
    }
    const unfinished = await jury.asReader(ana, `/dossiers/${file}`, {
      ...hers,
      opinion: '',
      intent: 'remettre',
    })
    expect(unfinished.status).toBe(422)
    expect(await text(unfinished)).toContain('Projet solide, partenaires engagés.')
    expect(
      (
        await jury.asReader(ana, `/dossiers/${file}`, {
          ...hers,
          intent: 'remettre',
          privateNote: 'À moi seule.',
        })
      ).status,
    ).toBe(302)
    for (const path of [`/dossiers/${file}`, `/dossiers/${file}.data`, '', '.data'])
      expect(await text(jury.asReader(bo, path))).not.toMatch(/Projet solide|Ana Première|À moi seule/)
    const bad = await marks(jury.rows, session, 0)
    await jury.asReader(bo, `/dossiers/${file}`, {
      ...bad,
      opinion: 'unfavourable',
      comment: 'Budget fragile.',
      version: '0',
      intent: 'remettre',
    })
    const after = await text(jury.asReader(bo, `/dossiers/${file}`))
    expect(after).toContain('Projet solide')
    expect(after).toContain('Les lecteurs sont en désaccord')
    expect(after).not.toContain('À moi seule')
    const team = await read(`${jury.desk}/dossiers/${file}/instruction`)
    expect(team).toContain('Budget fragile.')
    expect(team).not.toContain('À moi seule')
    await jury.send(`${session}/instruction`, { intent: 'terminer' })
    expect(await jury.rows('select state from dossier where id = $1', [file])).toEqual([
      { state: 'instructed' },
    ])
  })

  it('do not say whose they are where they are read without names', async () => {
    const session = await aSession()
    const [file] = await jury.filesOf(session, 1)
    const ana = await jury.aReader('Ana Aveugle')
    await jury.choose(session, [ana])
    await jury.distribute(session, 1)
    await jury.declare(ana, session)
    const [holder] = await jury.rows(
      'select o.name from dossier_holder h join organisation o on o.id = h.organisation_id where dossier_id = $1',
      [file],
    )
    expect(await text(jury.asReader(ana, `/dossiers/${file}`))).toContain(holder.name)
    await jury.send(`${session}/instruction`, { intent: 'regler', readers: '1', dueOn: '', anonymous: 'oui' })
    for (const path of [`/dossiers/${file}`, `/dossiers/${file}.data`, ''])
      expect(await text(jury.asReader(ana, path))).not.toContain(holder.name)
  })

  it('are shown to an expert in the parts chosen for them, until the request is withdrawn', async () => {
    const session = await aSession()
    const [file] = await jury.filesOf(session, 1)
    const page = `${jury.desk}/dossiers/${file}/instruction`
    const [{ content }] = await jury.rows(
      'select r.content from dispositif_revision r join dossier d on d.form_id = r.id where d.id = $1',
      [file],
    )
    const [first, second] = content.sections
    const ask = {
      intent: 'solliciter',
      name: 'Eli Experte',
      email: 'eli@essai.example',
      question: 'Le puits tiendra-t-il ?',
      dueOn: '',
    }
    expect((await jury.send(page, ask)).status).toBe(422)
    expect((await jury.send(page, { ...ask, sections: first.key })).status).toBe(302)
    const [mail] = await jury.rows(
      `select props from outgoing_mail where template = 'dispositifs.expert' order by created_at desc`,
    )
    const shown = await text(jury.app.request(mail.props.link))
    expect(shown).toContain('Le puits tiendra-t-il ?')
    expect(shown).toContain(first.title.fr)
    expect(shown).not.toContain(second.title.fr)
    await jury.app.request(mail.props.link, {
      method: 'POST',
      body: new URLSearchParams({ answer: 'Oui, s’il est entretenu.' }),
    })
    expect(await read(page)).toContain('Oui, s’il est entretenu.')
    const [{ id }] = await jury.rows('select id from expert_request where dossier_id = $1', [file])
    await jury.send(page, { intent: 'annuler', expertise: id })
    expect((await jury.app.request(mail.props.link)).status).toBe(404)
  })

  it('of another network are none of theirs', async () => {
    const session = await aSession()
    const [file] = await jury.filesOf(session, 1)
    const other = await staffOf(database.superuser, 'occitanie-cooperation')
    const there = juryOf(jury.app, database.superuser, other, await signedIn(jury.app, other.account))
    const ana = await there.aReader('Ana Lointaine')
    expect((await there.asReader(ana, `/dossiers/${file}`)).status).toBe(404)
    expect(
      (
        await there.send(`${there.desk}/sessions/${idOf(session)}/instruction`, {
          intent: 'choisir',
          instructeur: ana.id,
        })
      ).status,
    ).toBe(404)
  })
})
