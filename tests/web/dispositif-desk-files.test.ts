import { describe, expect, it } from 'vitest'
import { usePapers } from '#tests/support/dispositif-papers.ts'

const { rows, read, send, to, told, upload, made, holder } = usePapers()

const pdf = (said: string) => new TextEncoder().encode(`%PDF-1.4\n% ${said}\n%%EOF`)

async function entered(externalNumber = '') {
  const call = await made('jsi')
  const holders = await holder(`Porteuse de fichiers ${Math.random()}`)
  const fields = { holders, deposited: 'oui', externalNumber, 'f.title': 'Un chantier' }
  const dossier = to(await send(`${call.session}/saisir`, fields))
  return { ...call, dossier, id: dossier.split('/').at(-1)! }
}

const answer = async (id: string, key: string) => {
  const [{ files }] = await rows(`select answers -> $2 as files from dossier where id = $1`, [id, key])
  return ((files ?? []) as { name: string }[]).map(({ name }) => name)
}
const kept = (id: string) =>
  rows(
    `select s.name, f.kind, f.field_key from dossier_file f join stored_file s on s.id = f.file_id
      where f.dossier_id = $1 and s.deleted_at is null order by f.added_at`,
    [id],
  )

describe('A file that the team attaches', () => {
  it('answers the document it is said to be, and the form waits for it no longer', async () => {
    const { dossier, id } = await entered()
    const page = `${dossier}/pieces`
    const before = await read(page)
    expect(before).toContain('Le formulaire attend encore')
    // What is still missing comes first, and nothing is chosen for anybody.
    expect(before).toMatch(/<option value=""[^>]*>[^<]*<\/option>\s*<option value="sponsorship_agreement"/)
    const sent = await upload(page, [['Budget signé.pdf', pdf('b')]], { question: 'signed_budget' })
    expect(sent.headers.get('location')).toContain('fait=piece_jointe')
    expect(await answer(id, 'signed_budget')).toEqual(['Budget signé.pdf'])
    const after = await read(page)
    expect(after).toContain('Répond à : Budget prévisionnel signé')
    expect(after).toContain('Budget prévisionnel signé (1 fichier déjà joint)')
    const awaited = after.match(/attend encore.*?<\/ul>/s)![0]
    expect(awaited).toContain('Convention de parrainage')
    expect(awaited).not.toContain('Budget')
    const journal = await rows(`select action from audit_entry where object_id = $1`, [id])
    expect(journal.map(({ action }) => action)).toContain('dossier.file_attached')
  })

  it('that no field asks for stays beside the form, and may answer one later, or leave', async () => {
    const { dossier, id } = await entered()
    const page = `${dossier}/pieces`
    await upload(page, [['Lettre.pdf', pdf('l')]], { question: ':aucune' })
    expect(await kept(id)).toEqual([{ name: 'Lettre.pdf', kind: 'other', field_key: null }])
    const [{ file_id: piece }] = await rows('select file_id from dossier_file where dossier_id = $1', [id])
    await send(page, { piece, question: 'partner_letter' })
    expect(await answer(id, 'partner_letter')).toEqual(['Lettre.pdf'])
    await send(page, { retirer: piece })
    expect(await answer(id, 'partner_letter')).toEqual([])
    expect(await kept(id)).toEqual([])
  })

  it('is refused where the form has no such document, has it already, or the file is none', async () => {
    const { dossier, id } = await entered()
    const page = `${dossier}/pieces`
    const attach = (question: string, said: string) =>
      upload(page, [[`${said}.pdf`, pdf(said)]], { question })
    expect((await attach('title', 'faux')).status).toBe(404)
    expect((await attach('signed_budget', 'un')).status).toBe(302)
    expect((await attach('signed_budget', 'deux')).status).toBe(302)
    const full = await attach('signed_budget', 'trois')
    expect(full.status).toBe(422)
    const unsaid = await upload(page, [['Sans.pdf', pdf('sans')]], { question: '' })
    expect(unsaid.status).toBe(422)
    expect(await told(unsaid)).toContain('À remplir')
    const none = await upload(page, [], { question: 'partner_letter' })
    expect(none.status).toBe(422)
    expect(await told(none)).toMatch(/<option value="partner_letter" selected/)
    expect(await kept(id)).toHaveLength(2)
  })
})

describe('The PDFs of a platform', () => {
  it('answer what their names say, and the whole file when they say nothing', async () => {
    const { session, id } = await entered('JSI-26-7')
    const sent = await upload(`${session}/pieces`, [
      ['JSI-26-7.pdf', pdf('tout')],
      ['JSI-26-7 budget.pdf', pdf('budget')],
      ['JSI-26-7 bis.pdf', pdf('autre')],
    ])
    expect(await told(sent)).toContain('JSI-26-7 budget.pdf → JSI-26-7 : Budget prévisionnel signé')
    expect(await answer(id, 'deposited_file')).toEqual(['JSI-26-7.pdf'])
    expect(await answer(id, 'signed_budget')).toEqual(['JSI-26-7 budget.pdf'])
    expect(await kept(id)).toContainEqual({ name: 'JSI-26-7 bis.pdf', kind: 'imported', field_key: null })
  })

  it('answer the document that was chosen, or none', async () => {
    const { session, id } = await entered('JSI-26-8')
    const paper = (said: string, piece: string) =>
      upload(`${session}/pieces`, [[`JSI-26-8 ${said}.pdf`, pdf(said)]], { piece })
    await paper('a', 'sponsorship_agreement')
    await paper('b', ':aucune')
    expect(await answer(id, 'sponsorship_agreement')).toEqual(['JSI-26-8 a.pdf'])
    expect(await answer(id, 'deposited_file')).toEqual([])
  })
})
