import type { ImportLine } from '#server/crm/import/find-lines.server.ts'
import type { Matching } from '#server/crm/import/matching.schema.ts'
import { saidBy } from '#server/crm/import/read-line.server.ts'

/** What tells a line from a record of nearly its name, as the file has it: where it is, how to write to it. */
export function lineSays({ cells }: Pick<ImportLine, 'cells'>, matching: Matching): string[] {
  const said = saidBy(cells ?? [], matching)
  const place = [said.get('postalCode'), said.get('city') ?? said.get('insee')].filter(Boolean).join(' ')
  return [place, said.get('email') ?? said.get('contact1.email') ?? ''].filter(Boolean)
}
