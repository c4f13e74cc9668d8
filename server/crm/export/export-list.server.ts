import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { listRequest } from '#db/schema/crm/import.ts'
import { writeCsv } from '#packages/spreadsheet/write-csv.server.ts'
import { writeXlsx } from '#packages/spreadsheet/write-xlsx.server.ts'
import { today } from '#server/kernel/clock.ts'
import type { Locale, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { Progress, WorkKind } from '#server/kernel/work/work.ts'
import { ownFields } from '../own-field/find-own-fields.server.ts'
import { crm } from '../permissions.ts'
import { type ListSubject, ownColumn } from './columns.ts'
import { columnLabel } from './labels.ts'
import { sourceOf } from './list-sources.server.ts'

/** Read together; no transaction is held between two. */
const BATCH = 1000
type Request = typeof listRequest.$inferSelect
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A list as a file, written as it is read: it is never wholly in memory. */
export const exportList: WorkKind<{ locale: Locale; requestId: string }> = {
  name: 'crm.export_list',
  rule: crm['list:hand'],
  run: async (ctx, { locale, requestId }, progress) => {
    const mine = and(eq(listRequest.networkId, ctx.network.id), eq(listRequest.id, requestId))
    const [request] = await inNetwork(ctx, (tx) => tx.select().from(listRequest).where(mine))
    if (!request) throw notFound()
    demand(ctx, sourceOf(request.subject as ListSubject).rule)
    const folder = await mkdtemp(join(tmpdir(), 'maillage-list-'))
    const release = () => rm(folder, { recursive: true, force: true })
    try {
      const path = join(folder, 'list')
      const written = { rows: 0 }
      const rows = told(ctx, request, locale, progress, written)
      const pieces = request.format === 'xlsx' ? writeXlsx(rows, nameOf(request, locale)) : writeCsv(rows)
      await pipeline(Readable.from(pieces, { objectMode: false }), createWriteStream(path, { mode: 0o600 }))
      const stem = `${nameOf(request, locale)}-${ctx.network.slug}-${today(ctx.clock, ctx.network.timeZone)}`
      const mediaType = request.format === 'xlsx' ? XLSX : 'text/csv'
      return {
        file: { name: `${stem}.${request.format}`, mediaType, path },
        owner: { ownerType: 'list_request', ownerId: requestId },
        also: async (tx, fileId) => {
          await tx.update(listRequest).set({ fileId, rowCount: written.rows }).where(mine)
        },
        counts: { rows: written.rows },
        release,
      }
    } catch (error) {
      await release()
      throw error
    }
  },
}

const NAMES: Record<ListSubject, Record<Locale, string>> = {
  organisations: { fr: 'structures', en: 'organisations' },
  people: { fr: 'contacts', en: 'people' },
  projects: { fr: 'projets', en: 'projects' },
  acts: { fr: 'appuis', en: 'support' },
  tasks: { fr: 'taches', en: 'tasks' },
}
const nameOf = ({ subject }: Request, locale: Locale) => NAMES[subject as ListSubject][locale]

async function* told(
  ctx: StaffContext,
  request: Request,
  locale: Locale,
  progress: Progress,
  written: { rows: number },
): AsyncGenerator<string[]> {
  const subject = request.subject as ListSubject
  const own = await inNetwork(ctx, (tx) => ownFields(tx, ctx))
  const label = (key: string) => own.find((one) => ownColumn(one.key) === key)?.label
  yield request.columns.map((key) => label(key) ?? columnLabel(key, locale))
  const source = sourceOf(subject)
  const ids = await source.ids(ctx, new URLSearchParams(request.criteria))
  for (let at = 0; at < ids.length; at += BATCH) {
    const some = ids.slice(at, at + BATCH)
    const rows = await source.rows(ctx, some, { ...request, locale, own })
    written.rows += rows.length
    for (const cells of rows) yield request.columns.map((key) => cells[key] ?? '')
    await progress(at + some.length, ids.length)
  }
}
