import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { LeftOut } from '#db/schema/crm.ts'
import type { CarriedLine } from './carry-links.server.ts'
import { type Link, linkNamed, type Row, raised, thisRow, writeRow } from './link-table.server.ts'

type Two = { kept: string; merged: string }

/**
 * Gives back what was carried, the last first. A row that somebody removed or gave to another since, or that
 * would no longer fit, stays as it is and is told; whatever was added to the kept record stays with it.
 */
export async function restoreLinks(tx: Transaction, two: Two, lines: CarriedLine[]): Promise<LeftOut[]> {
  const leftOut: LeftOut[] = []
  for (const line of lines.toReversed()) {
    const link = linkNamed(line.link)
    if (link && (await tried(tx, () => restore(tx, link, two, line)))) continue
    const what = link && 'of' in link.rule ? link.rule.of : null
    if (what) leftOut.push({ what, detail: toldAs(line.before) })
  }
  return leftOut
}

function restore(tx: Transaction, link: Link, two: Two, { moved, before }: CarriedLine) {
  if (!moved) return rewrite(tx, link, two, before)
  return link.rule.how === 'listed' ? restoreListed(tx, link, before) : moveBack(tx, link, two, before)
}

async function rewrite(tx: Transaction, link: Link, { merged }: Two, before: Row) {
  if (before[link.columnName] === merged) await makeRoom(tx, link, before)
  await writeRow(tx, link.link.split('.')[0]!, before)
  return true
}

async function moveBack(tx: Transaction, link: Link, { kept, merged }: Two, before: Row) {
  await makeRoom(tx, link, before)
  const { rowCount } = await tx.execute(sql`
    update ${link.table} set ${link.column} = ${merged}${raised(link)} where ${thisRow(link, before, kept)}`)
  return rowCount === 1
}

/** What the database itself wrote beside the record just restored gives way to what was. */
async function makeRoom(tx: Transaction, link: Link, before: Row) {
  if (!link.rule.key.includes('id'))
    await tx.execute(sql`delete from ${link.table} where ${thisRow(link, before)}`)
}

/** Several ids in one column: put back as it was when nobody changed it since. */
async function restoreListed(tx: Transaction, link: Link, before: Row) {
  const ids = JSON.stringify(before[link.columnName])
  const { rowCount } = await tx.execute(sql`
    update ${link.table} set ${link.column} = array(select v::uuid from jsonb_array_elements_text(${ids}::jsonb) v)
    where ${thisRow(link, before)} and cardinality(${link.column}) <= jsonb_array_length(${ids}::jsonb)`)
  return rowCount === 1
}

/** One line that does not fit does not stop the others. */
async function tried(tx: Transaction, act: () => Promise<boolean>): Promise<boolean> {
  await tx.execute(sql`savepoint line`)
  try {
    const done = await act()
    await tx.execute(sql`release savepoint line`)
    return done
  } catch (error) {
    if (!isConstraint(error)) throw error
    await tx.execute(sql`rollback to savepoint line`)
    return false
  }
}

/** Class 23 of PostgreSQL: what a row points to is gone, or another stands in its place. */
function isConstraint(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  return (cause?.code ?? code ?? '').startsWith('23')
}

function toldAs(row: Row): string | null {
  const said = row.name ?? row.title ?? row.year ?? row.function ?? row.email ?? row.slug
  return said ? String(said) : null
}
