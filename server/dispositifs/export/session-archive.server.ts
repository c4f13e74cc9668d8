import { Readable } from 'node:stream'
import { sql } from 'drizzle-orm'
import { ZipFile } from 'yazl'
import { inNetwork } from '#db/client.ts'
import { writePdf } from '#packages/pdf/write-pdf.server.ts'
import { slugify } from '#packages/referentials/text.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { files } from '#server/kernel/files/files.server.ts'
import { isReadable } from '#server/kernel/files/read-file.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import type { Progress } from '#server/kernel/work/work.ts'
import type { Telling } from './answer-text.ts'
import { dossierPaper } from './dossier-paper.ts'
import { type ExportedSession, exportedDossiers } from './exported-dossiers.server.ts'

type Entry = { id: string; number: number; title: string; external: string | null }
type Attached = {
  dossierId: string
  name: string
  storageKey: string
  verdict: string
  createdBy: string | null
}

/**
 * A folder a dossier: its paper, and the files that came with it. Each is made or fetched when its turn
 * comes to be written, so that one dossier at a time is in memory, however many there are.
 */
export async function sessionArchive(
  ctx: StaffContext,
  session: ExportedSession,
  telling: Telling,
  progress: Progress,
): Promise<NodeJS.ReadableStream> {
  const { entries, attached } = await inNetwork(ctx, async (tx) => {
    const listed = await tx.execute<Entry>(sql`select id, number, title, external_number as external
      from dossier where network_id = ${ctx.network.id} and session_id = ${session.id} and state <> 'merged'
      order by number`)
    const found = await tx.execute<Attached>(sql`select f.dossier_id as "dossierId", s.name,
        s.storage_key as "storageKey", s.verdict, s.created_by as "createdBy"
      from dossier_file f
        join stored_file s on s.network_id = f.network_id and s.id = f.file_id and s.deleted_at is null
        join dossier d on d.network_id = f.network_id and d.id = f.dossier_id
      where f.network_id = ${ctx.network.id} and d.session_id = ${session.id} order by f.added_at`)
    return { entries: listed.rows, attached: Map.groupBy(found.rows, ({ dossierId }) => dossierId) }
  })
  const zip = new ZipFile()
  const fails = (error: unknown) => (zip.outputStream as Readable).destroy(error as Error)
  let done = 0
  const paperOf = async (entry: Entry): Promise<Buffer> => {
    const [one] = await inNetwork(ctx, (tx) =>
      exportedDossiers(tx, ctx, session.id, { after: 0, most: 1, only: entry.id }),
    )
    done += 1
    await progress(done, entries.length)
    if (!one) return Buffer.alloc(0)
    const { network, clock } = ctx
    const from = { network: nameOf(network, clock), color: network.brand.brand, at: clock.now() }
    const form = session.forms.get(one.formId)!
    return writePdf(dossierPaper(one, form, { ...from, code: session.code, session: session.name }, telling))
  }
  for (const entry of entries) {
    const folder = folderOf(entry)
    zip.addReadStreamLazy(`${folder}/dossier.pdf`, {}, (give) => {
      paperOf(entry).then((bytes) => give(null, Readable.from([bytes])), fails)
    })
    const names = new Set(['dossier.pdf'])
    for (const file of attached.get(entry.id) ?? []) {
      if (!isReadable(file, ctx.account.id)) continue
      const name = freeName(file.name, names)
      zip.addReadStreamLazy(`${folder}/${name}`, {}, (give) => {
        files()
          .store.read(file.storageKey)
          .then((body) => give(null, body ? Readable.fromWeb(body as never) : Readable.from([])), fails)
      })
    }
  }
  zip.end()
  return zip.outputStream
}

const folderOf = ({ number, title, external }: Entry): string =>
  [String(number).padStart(3, '0'), external ? slugify(external) : '', slugify(title).slice(0, 60)]
    .filter(Boolean)
    .join('-')

/** Two files of one name are two files. */
function freeName(name: string, taken: Set<string>): string {
  const [stem, ending] = [name.replace(/\.[^.]*$/, ''), name.match(/\.[^.]*$/)?.[0] ?? '']
  let free = name
  for (let nth = 2; taken.has(free); nth++) free = `${stem}-${nth}${ending}`
  taken.add(free)
  return free
}
