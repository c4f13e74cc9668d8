import { describe, expect, it } from 'vitest'
import { idOf } from '#tests/support/desk-dossiers.ts'
import { marks, useJury } from '#tests/support/jury.ts'

const jury = useJury()
const { text, read } = jury

/** Four files, one reader each, two readers who declared. */
async function twoReaders(name: string) {
  const session = await jury.aSession(await jury.aDispositif('isi'))
  const files = await jury.filesOf(session, 4)
  const readers = [await jury.aReader(`Ana ${name}`), await jury.aReader(`Bo ${name}`)] as const
  await jury.choose(session, [...readers])
  await jury.distribute(session, 1)
  for (const one of readers) await jury.declare(one, session)
  return { session, files, readers }
}
const page = (file: string) => `${jury.desk}/dossiers/${file}/instruction`
const noticesOf = (kind: string, email: string) =>
  jury.rows(
    'select n.params from notification n join account a on a.id = n.account_id where n.kind = $1 and a.email = $2',
    [kind, email],
  )

describe('A file that its reader cannot read for want of time', () => {
  it('is handed over with a reason, goes to another who is told, and does not come back by itself', async () => {
    const { session, readers } = await twoReaders('Pressée')
    const [ana, bo] = readers
    const [file] = await jury.given(ana)
    const silent = await jury.asReader(ana, `/dossiers/${file}`, { intent: 'rendre', motif: ' ' })
    expect(silent.status).toBe(422)
    expect(await jury.given(ana)).toContain(file)
    const before = (await noticesOf('dispositifs.given', bo.email)).length
    const good = await marks(jury.rows, session, 1)
    const draft = { ...good, opinion: 'favourable', comment: 'À moitié lu.', privateNote: 'À moi seule.' }
    await jury.asReader(ana, `/dossiers/${file}`, { ...draft, version: '0', intent: 'garder' })
    expect(await read(page(file!))).not.toContain('À moitié lu.')
    const over = await jury.asReader(ana, `/dossiers/${file}`, { intent: 'rendre', motif: 'Congé maladie' })
    expect(over.headers.get('location')).toContain('fait=rendu')
    expect(await jury.given(ana)).not.toContain(file)
    expect(await jury.given(bo)).toContain(file)
    expect(await noticesOf('dispositifs.given', bo.email)).toHaveLength(before + 1)
    expect((await jury.asReader(ana, `/dossiers/${file}`)).status).toBe(404)
    const team = await read(page(file!))
    expect(team).toContain('Congé maladie')
    expect(team).toContain('À moitié lu.')
    expect(team).not.toContain('À moi seule.')
    expect(await jury.rows('select 1 from conflict where dossier_id = $1', [file])).toEqual([])
    await jury.asReader(bo, `/dossiers/${file}`, { intent: 'rendre', motif: 'Pas le temps' })
    expect(await jury.given(ana)).not.toContain(file)
    expect(await jury.given(bo)).not.toContain(file)
    await jury.distribute(session, 1)
    expect(await jury.given(ana)).not.toContain(file)
    expect(await read(`${session}/instruction`)).toContain('qui l’ont rendu')
    await jury.send(page(file!), { intent: 'confier', instructeur: ana.id })
    expect(await text(jury.asReader(ana, `/dossiers/${file}`))).toContain('À moitié lu.')
  })

  it('is taken back by the team with a reason that its reader is told, and goes to another', async () => {
    const { readers } = await twoReaders('Reprise')
    const [ana, bo] = readers
    const [file] = await jury.given(ana)
    const take = { intent: 'reprendre', instructeur: ana.id }
    expect((await jury.send(page(file!), { ...take, motif: '' })).status).toBe(422)
    expect((await jury.send(page(file!), { ...take, motif: 'Charge mal répartie' })).status).toBe(302)
    expect(await jury.given(bo)).toContain(file)
    expect(await noticesOf('dispositifs.taken_back', ana.email)).toEqual([
      { params: expect.objectContaining({ reason: 'Charge mal répartie' }) },
    ])
    expect((await jury.send(page(file!), { ...take, motif: 'Deux fois' })).status).toBe(404)
  })

  it('stays where its opinion is handed in, and is none of a stranger’s', async () => {
    const { session, readers } = await twoReaders('Remise')
    const [ana, bo] = readers
    const [file] = await jury.given(ana)
    const stranger = { intent: 'rendre', motif: 'Pas à moi' }
    expect((await jury.asReader(bo, `/dossiers/${file}`, stranger)).status).toBe(404)
    const good = await marks(jury.rows, session, 1)
    const hers = { ...good, opinion: 'favourable', comment: 'Lu.', version: '0', intent: 'remettre' }
    await jury.asReader(ana, `/dossiers/${file}`, hers)
    const late = await jury.asReader(ana, `/dossiers/${file}`, { intent: 'rendre', motif: 'Trop tard' })
    expect(late.status).toBe(409)
    expect(await jury.given(ana)).toContain(file)
    expect(idOf(session)).toBeTruthy()
  })
})
