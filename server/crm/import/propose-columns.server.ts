import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { ownFields } from '../own-field/find-own-fields.server.ts'
import { knownHeadings } from './known-headings.server.ts'
import type { Matching } from './matching.schema.ts'
import { foldHeading, isNameOfField, proposeMatching } from './propose-matching.ts'

/** What columns so headed may be, by their titles, the network's own fields and its imports before. */
export async function proposeColumns(
  tx: Transaction,
  ctx: StaffContext,
  headings: string[],
): Promise<Matching['columns']> {
  const open = (await ownFields(tx, ctx)).filter(({ archived }) => !archived)
  const fields = proposeMatching(headings, await knownHeadings(tx, ctx), open)
  return headings.map((heading, at) => ({ heading, field: fields[at]! }))
}

/** Whether a cell is a title this network knows: a field, one of its own, or a column of a file before. */
export async function knownTitles(tx: Transaction, ctx: StaffContext): Promise<(cell: string) => boolean> {
  const before = await knownHeadings(tx, ctx)
  const own = new Set((await ownFields(tx, ctx)).map(({ label }) => foldHeading(label)))
  return (cell) => {
    const title = foldHeading(cell)
    return title !== '' && (isNameOfField(title) || own.has(title) || before.has(title))
  }
}
