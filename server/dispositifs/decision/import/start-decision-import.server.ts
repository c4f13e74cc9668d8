import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { decisionImport } from '#db/schema/dispositifs/follow-up.ts'
import { readTable } from '#packages/spreadsheet/read-table.server.ts'
import { SpreadsheetRefused } from '#packages/spreadsheet/refusal.ts'
import type { Row } from '#packages/spreadsheet/row.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { fileUnreadable } from '../../import/errors.ts'
import { dispositifs } from '../../permissions.ts'
import { lockSession } from '../../session/locked-session.server.ts'
import { guessColumns } from './columns.ts'

/** A committee decides on some hundreds of files at once. */
const [MOST_ROWS, MOST_CELL] = [5000, 2000]

const storable = (text: string) => text.replaceAll('\0', '').toWellFormed().slice(0, MOST_CELL)

/** Reads a spreadsheet of decisions and keeps what it says; nothing is decided yet. */
export async function startDecisionImport(
  ctx: Context,
  sessionId: string,
  upload: { name: string; path: string },
): Promise<{ id: string }> {
  demand(ctx, dispositifs['decision:record'])
  const id = v7()
  const { headings, rows } = await read(upload.path)
  await inNetwork(ctx, async (tx) => {
    await lockSession(tx, ctx, sessionId)
    await tx.insert(decisionImport).values({
      ...{ networkId: ctx.network.id, id, sessionId, headings, rows, matching: guessColumns(headings) },
      fileName: storable(upload.name).slice(0, 200) || 'decisions',
      ...{ accountId: ctx.account.id, createdAt: ctx.clock.now() },
    })
  })
  return { id }
}

async function read(path: string) {
  const rows: Row[] = []
  try {
    const table = await readTable(path)
    for await (const { line, cells } of table.rows) {
      if (rows.length >= MOST_ROWS) throw new SpreadsheetRefused('too_many_rows', line)
      rows.push({ line, cells: cells.map(storable) })
    }
    if (rows.length === 0) throw new SpreadsheetRefused('no_rows')
    return { headings: table.headings.map(storable), rows }
  } catch (error) {
    if (error instanceof SpreadsheetRefused) throw fileUnreadable(error.why, error.line)
    throw error
  }
}
