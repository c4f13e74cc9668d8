import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisationImport } from '#db/schema/crm/import.ts'
import type { Row } from '#packages/spreadsheet/row.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { importMoved } from '../errors.ts'
import type { Answers, Matching } from './matching.schema.ts'

export type ImportState =
  | 'reading'
  | 'refused'
  | 'matching'
  | 'checking'
  | 'checked'
  | 'writing'
  | 'written'
  | 'undoing'
  | 'undone'
export type Counts = { [what: string]: number }
export type ImportRow = Omit<
  typeof organisationImport.$inferSelect,
  'state' | 'above' | 'matching' | 'answers' | 'counts'
> & {
  state: ImportState
  above: Row[]
  matching: Matching
  answers: Answers
  counts: Counts
}

export const thisImport = (ctx: NetworkContext, id: string) =>
  and(eq(organisationImport.networkId, ctx.network.id), eq(organisationImport.id, id))

/** Scope, then find; held until the act is done when it is about to change. */
export async function importRow(
  tx: Transaction,
  ctx: NetworkContext,
  id: string,
  { lock = false } = {},
): Promise<ImportRow> {
  const query = tx.select().from(organisationImport).where(thisImport(ctx, id))
  const [row] = await (lock ? query.for('update') : query)
  if (!row) throw notFound()
  return row as ImportRow
}

/** The same, of which only some states may be acted on: somebody else may have been quicker. */
export async function lockImport(tx: Transaction, ctx: NetworkContext, id: string, states: ImportState[]) {
  return inState(await importRow(tx, ctx, id, { lock: true }), states)
}

export function inState(row: ImportRow, states: ImportState[]): ImportRow {
  if (!states.includes(row.state)) throw importMoved(row.state)
  return row
}

export async function setImport(
  tx: Transaction,
  ctx: NetworkContext,
  id: string,
  values: Partial<typeof organisationImport.$inferInsert>,
) {
  await tx.update(organisationImport).set(values).where(thisImport(ctx, id))
}
