import type pg from 'pg'

/** A rule reads the catalog and says, in one sentence each, what breaks it. */
export type Rule = (client: pg.Client) => Promise<string[]>

/** A query whose rows are the faults themselves, in a column named `fault`. */
export async function faultsIn(client: pg.Client, text: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await client.query<{ fault: string }>(text, values)
  return rows.map((row) => row.fault)
}

/** Schemas of PostgreSQL itself; whatever else exists is ours, or the job queue's. */
export const OURS = `nspname !~ '^pg_' and nspname <> 'information_schema'`
