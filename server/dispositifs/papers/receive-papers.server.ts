import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { SpreadsheetRefused } from '#packages/spreadsheet/refusal.ts'
import { readParts } from '#packages/spreadsheet/zip-bounds.server.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { fileRefused, refusalOf } from '#server/kernel/files/errors.ts'
import type { Upload } from '#server/kernel/files/examine-file.server.ts'
import { storeFile } from '#server/kernel/files/store-file.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { keepAttached } from '../attach/attach-at-desk.server.ts'
import { fileFields } from '../attach/file-fields.ts'
import type { Bilingual } from '../bilingual.schema.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { lockWritable } from '../dossier/writable-dossier.server.ts'
import { notOfNetwork } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { fieldOfName } from './field-of-name.ts'
import { matchNames } from './match-name.ts'

export const MOST_PAPERS_BYTES = 100 * 1024 * 1024
const MOST_PAPERS = 2000

export interface Received {
  /** `answers`: the field of the form, in the words of its author, or a document beside it. */
  kept: { name: string; dossierId: string; number: string; answers: Bilingual | null }[]
  /** The same bytes were there already. */
  known: string[]
  unmatched: string[]
  refused: { name: string; why: string }[]
}

type Known = { id: string; number: string }
/** What the PDFs answer: what their names say, one field of the form, or nothing that it asks. */
export type Answering = { by: 'name' } | { by: 'field'; key: string } | { by: 'none' }

/**
 * PDFs of the funder's platform, alone or in a ZIP, each kept with the dossier whose number its name holds,
 * or all with the one that was chosen. What is nobody's is told, and not kept.
 */
export async function receivePapers(
  ctx: Context,
  sessionId: string,
  uploads: { name: string; path: string }[],
  chosenId: string | null,
  answering: Answering = { by: 'name' },
): Promise<Received> {
  demand(ctx, dispositifs['dossier:import'])
  const dossiers = await inNetwork(ctx, async (tx) => {
    await lockSession(tx, ctx, sessionId)
    const { rows } =
      await tx.execute<Known>(sql`select id, coalesce(external_number, '') as number from dossier
      where network_id = ${ctx.network.id} and session_id = ${sessionId} and state <> 'merged'
        and emptied_at is null`)
    return rows
  })
  const chosen = chosenId ? dossiers.find(({ id }) => id === chosenId) : null
  if (chosenId && !chosen) throw notOfNetwork('dossier')
  if (uploads.length === 0) throw fileRefused('missing')
  const match = matchNames(dossiers)
  const received: Received = { kept: [], known: [], unmatched: [], refused: [] }
  for await (const upload of papersIn(uploads)) {
    const name = upload.name.split(/[/\\]/).at(-1)!
    const to = chosen ?? match(upload.name)
    if (!to) received.unmatched.push(name)
    else if (await isKnown(ctx, to.id, upload.bytes)) received.known.push(name)
    else await keep(ctx, to, { name, bytes: upload.bytes }, answering, received)
  }
  return received
}

const ZIP = 0x504b0304

/** What each file holds: itself, or the documents of an archive; what systems leave in archives is no document. */
async function* papersIn(uploads: { name: string; path: string }[]): AsyncGenerator<Upload> {
  let left = MOST_PAPERS
  for (const { name, path } of uploads) {
    const bytes = await readFile(path)
    if (bytes.length < 4 || bytes.readUInt32BE(0) !== ZIP) {
      yield { name, bytes }
      continue
    }
    try {
      for await (const part of readParts(bytes, 3 * MOST_PAPERS_BYTES)) {
        if (/(^|\/)(__MACOSX\/|\.)/.test(part.name)) continue
        if (left-- <= 0) throw fileRefused('too_large')
        yield part
      }
    } catch (error) {
      if (error instanceof SpreadsheetRefused) throw fileRefused('swollen')
      throw error
    }
  }
}

async function isKnown(ctx: StaffContext, dossierId: string, bytes: Uint8Array): Promise<boolean> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute(sql`select 1 from dossier_file f
        join stored_file s on s.network_id = f.network_id and s.id = f.file_id and s.deleted_at is null
      where f.network_id = ${ctx.network.id} and f.dossier_id = ${dossierId} and s.sha256 = ${sha256}`),
  )
  return rows.length > 0
}

function meant(answering: Answering, name: string, fields: ReturnType<typeof fileFields>): string | null {
  if (answering.by === 'name') return fieldOfName(name, fields)
  if (answering.by === 'none') return null
  return fields.find(({ key, room }) => key === answering.key && room)?.key ?? null
}

async function keep(
  ctx: StaffContext,
  { id, number }: Known,
  upload: Upload,
  answering: Answering,
  received: Received,
) {
  if (!Buffer.from(upload.bytes.subarray(0, 5)).equals(Buffer.from('%PDF-'))) {
    received.refused.push({ name: upload.name, why: 'type' })
    return
  }
  try {
    let answers: Bilingual | null = null
    await storeFile(ctx, { ownerType: 'dossier', ownerId: id, upload }, async (tx, file) => {
      const row = await lockWritable(tx, ctx, id)
      const fields = fileFields(await formOf(tx, ctx, row.formId), row.answers)
      const field = fields.find(({ key }) => key === meant(answering, upload.name, fields))
      await keepAttached(tx, ctx, row, { file, fieldKey: field?.key ?? null, kind: 'imported' })
      answers = field?.label ?? null
      await record(tx, ctx, {
        action: 'dossier.paper_received',
        objectType: 'dossier',
        objectId: id,
        changes: { file: { from: null, to: file.name } },
      })
    })
    received.kept.push({ name: upload.name, dossierId: id, number, answers })
  } catch (error) {
    const why = refusalOf(error)
    if (!why) throw error
    received.refused.push({ name: upload.name, why })
  }
}
