import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { inNetwork } from '#db/client.ts'
import { slugify } from '#packages/referentials/text.ts'
import { writeCsv } from '#packages/spreadsheet/write-csv.server.ts'
import { writeXlsx } from '#packages/spreadsheet/write-xlsx.server.ts'
import { today } from '#server/kernel/clock.ts'
import type { Locale, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import type { Progress, WorkKind } from '#server/kernel/work/work.ts'
import { dispositifs } from '../permissions.ts'
import { type ExportedSession, exportedSession } from './exported-dossiers.server.ts'
import type { ExportFormat } from './formats.ts'
import { sessionArchive } from './session-archive.server.ts'
import { sessionTable } from './session-table.server.ts'
import type { ExportWords } from './words.ts'

export interface SessionExport extends ExportWords {
  sessionId: string
  format: ExportFormat
  locale: Locale
}

const MEDIA_TYPE: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  zip: 'application/zip',
}

/** A whole session as a file, written as it is read: every dossier, every answer, every date and reason. */
export const exportSession: WorkKind<SessionExport> = {
  name: 'dispositifs.export_session',
  rule: dispositifs['dossier:export'],
  run: async (ctx, input, progress) => {
    const session = await inNetwork(ctx, (tx) => exportedSession(tx, ctx, input.sessionId))
    if (!session) throw notFound()
    const folder = await mkdtemp(join(tmpdir(), 'maillage-session-'))
    const release = () => rm(folder, { recursive: true, force: true })
    try {
      const path = join(folder, 'session')
      const source = await piecesOf(ctx, session, input, progress)
      await pipeline(source, createWriteStream(path, { mode: 0o600 }))
      const day = today(ctx.clock, ctx.network.timeZone)
      const name = `${slugify(`${session.code} ${session.name}`)}-${day}.${input.format}`
      return {
        file: { name, mediaType: MEDIA_TYPE[input.format], path },
        counts: { rows: session.dossiers },
        release,
      }
    } catch (error) {
      await release()
      throw error
    }
  },
}

async function piecesOf(
  ctx: StaffContext,
  session: ExportedSession,
  input: SessionExport,
  progress: Progress,
): Promise<NodeJS.ReadableStream> {
  if (input.format === 'zip') return sessionArchive(ctx, session, input, progress)
  const rows = sessionTable(ctx, session, input, progress)
  const pieces = input.format === 'xlsx' ? writeXlsx(rows, session.code) : writeCsv(rows)
  return Readable.from(pieces, { objectMode: false })
}
