import { describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { partNames } from '#packages/spreadsheet/zip-bounds.server.ts'
import { usePapers } from '#tests/support/dispositif-papers.ts'

const { rows, get, send, to, told, upload, work, made, holder } = usePapers()

const pdf = (said: string) => new TextEncoder().encode(`%PDF-1.4\n% ${said}\n%%EOF`)

async function zipped(files: Record<string, Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(Buffer.from(bytes), name)
  zip.end()
  const pieces: Buffer[] = []
  for await (const piece of zip.outputStream as AsyncIterable<Buffer>) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

async function session() {
  const one = await made('jsi')
  const holders = await holder(`Porteuse de pièces ${Math.random()}`)
  const entered = async (externalNumber: string, title: string) =>
    to(await send(`${one.session}/saisir`, { holders, deposited: 'oui', externalNumber, 'f.title': title }))
  return { ...one, dossiers: [await entered('JSI-26-1', 'Un'), await entered('JSI-26-12', 'Douze')] }
}

const attached = (sessionId: string) =>
  rows(
    `select d.external_number as number, s.name, coalesce(f.field_key, f.kind) as kind from dossier_file f join stored_file s on s.id = f.file_id
      join dossier d on d.id = f.dossier_id where d.session_id = $1 order by d.number, f.added_at`,
    [sessionId],
  )

describe('The PDFs of a platform', () => {
  it('join the dossier whose number their name holds, from a ZIP or alone; others are told and not kept', async () => {
    const { session: page, sessionId } = await session()
    const zip = await zipped({
      'export/JSI-26-1 dossier.pdf': pdf('un'),
      'export/dossier_JSI-26-12.pdf': pdf('douze'),
      '__MACOSX/._JSI-26-1 dossier.pdf': pdf('ombre'),
      'export/Convention.pdf': pdf('à personne'),
      'export/JSI-26-12 tableau.txt': new TextEncoder().encode('pas un PDF'),
    })
    const sent = await upload(`${page}/pieces`, [
      ['pieces.zip', zip],
      ['JSI-26-12-budget.pdf', pdf('budget')],
    ])
    expect(sent.status).toBe(200)
    const html = await told(sent)
    expect(html).toContain('3 PDF ont rejoint leur dossier')
    expect(html).toContain('Convention.pdf')
    expect(html).toContain('ce n’est pas un PDF')
    expect(await attached(sessionId)).toEqual([
      { number: 'JSI-26-1', name: 'JSI-26-1 dossier.pdf', kind: 'deposited_file' },
      { number: 'JSI-26-12', name: 'dossier_JSI-26-12.pdf', kind: 'deposited_file' },
      { number: 'JSI-26-12', name: 'JSI-26-12-budget.pdf', kind: 'signed_budget' },
    ])
    expect(await told(await upload(`${page}/pieces`, [['pieces.zip', zip]]))).toContain('étaient déjà là')
    expect(await attached(sessionId)).toHaveLength(3)
    await send(`${page}/exporter`, { format: 'zip' })
    const { fileId } = await work()
    const archive = await (await get(`/so-cooperation/fichiers/${fileId}`)).arrayBuffer()
    expect(partNames(new Uint8Array(archive))).toEqual([
      ...['001-jsi-26-1-un/dossier.pdf', '001-jsi-26-1-un/JSI-26-1 dossier.pdf'],
      ...['002-jsi-26-12-douze/dossier.pdf', '002-jsi-26-12-douze/dossier_JSI-26-12.pdf'],
      '002-jsi-26-12-douze/JSI-26-12-budget.pdf',
    ])
  })

  it('whose name says nothing are given by hand, to a dossier of this session and no other', async () => {
    const { session: page, sessionId, dossiers } = await session()
    const other = await session()
    const id = (path: string) => path.split('/').at(-1)!
    const file: [string, Uint8Array][] = [['Convention.pdf', pdf('convention')]]
    expect((await upload(`${page}/pieces`, file, { dossier: id(dossiers[0]!) })).status).toBe(200)
    expect(await attached(sessionId)).toEqual([
      { number: 'JSI-26-1', name: 'Convention.pdf', kind: 'sponsorship_agreement' },
    ])
    expect((await upload(`${page}/pieces`, file, { dossier: id(other.dossiers[0]!) })).status).toBe(422)
    expect(await attached(other.sessionId)).toEqual([])
  })

  it('in an archive that would swell are refused before any is kept', async () => {
    const { session: page, sessionId } = await session()
    const bomb = await zipped({ 'JSI-26-1.pdf': Buffer.concat([pdf('x'), Buffer.alloc(320 * 1024 * 1024)]) })
    const sent = await upload(`${page}/pieces`, [['bombe.zip', bomb]])
    expect(sent.status).toBe(422)
    expect(await attached(sessionId)).toEqual([])
  })
})
