import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dossierImportHeading, type ImportColumn } from '#db/schema/dispositifs/import.ts'
import { foldHeading, matchHeadings } from '#server/crm/public.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { formOf } from '../dossier/form-of.server.ts'
import type { Target } from './targets.ts'
import { targetsOf } from './targets.ts'

const keyOf = (heading: string) => foldHeading(heading).slice(0, 200) || '-'

/** What columns so headed were last said to be, for this dispositif. */
export async function knownHeadings(tx: Transaction, ctx: NetworkContext, dispositifId: string) {
  const { networkId, heading, field } = dossierImportHeading
  const rows = await tx
    .select({ heading, field })
    .from(dossierImportHeading)
    .where(and(eq(networkId, ctx.network.id), eq(dossierImportHeading.dispositifId, dispositifId)))
  return new Map(rows.map((row) => [row.heading, row.field]))
}

export async function rememberHeadings(
  tx: Transaction,
  ctx: NetworkContext,
  dispositifId: string,
  columns: readonly ImportColumn[],
) {
  const rows = new Map(columns.map(({ heading, field }) => [keyOf(heading), field]))
  if (rows.size === 0) return
  await tx
    .insert(dossierImportHeading)
    .values(
      [...rows].map(([heading, field]) => ({ networkId: ctx.network.id, dispositifId, heading, field })),
    )
    .onConflictDoUpdate({
      target: [
        dossierImportHeading.networkId,
        dossierImportHeading.dispositifId,
        dossierImportHeading.heading,
      ],
      set: { field: sql`excluded.field` },
    })
}

/** Everything the columns of a session's file may be. */
export async function targetsOfSession(
  tx: Transaction,
  ctx: NetworkContext,
  session: { formId: string; steps: string[] },
): Promise<Target[]> {
  return targetsOf(await formOf(tx, ctx, session.formId), session.steps.includes('sponsor'))
}

/** Each column as it was last said to be, else as its heading says; `remembered`: nobody need be asked. */
export function proposeColumns(
  headings: string[],
  targets: readonly Target[],
  known: ReadonlyMap<string, string | null>,
): { columns: ImportColumn[]; remembered: boolean } {
  const possible = new Set(targets.map(({ key }) => key))
  const kept = new Map([...known].filter(([, field]) => field === null || possible.has(field)))
  const byName = new Map(
    targets.flatMap(({ key, named }) => named.map((name) => [foldHeading(name), key] as const)).reverse(),
  )
  const proposed = matchHeadings(headings.map(keyOf), kept, byName)
  const columns = headings.map((heading, at) => ({ heading, field: proposed[at] ?? null }))
  const remembered =
    headings.every((heading) => kept.has(keyOf(heading))) && columns.some(({ field }) => field === 'number')
  return { columns, remembered }
}
