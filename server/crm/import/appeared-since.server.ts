import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { Given } from './given.ts'
import type { ImportRow } from './import-row.server.ts'
import { DEFAULT_SOURCE } from './known-organisations.server.ts'

type Line = { line: number; verdict: string; given: Given }

/** New lines whose numbers somebody entered by hand between the check and the writing. */
export async function appearedSince(
  tx: Transaction,
  ctx: NetworkContext,
  row: ImportRow,
  lines: Line[],
): Promise<Set<number>> {
  const news = lines.filter(({ verdict }) => verdict === 'create')
  if (news.length === 0) return new Set()
  const keys = (key: string) =>
    sql`${sql.param(news.flatMap(({ given }) => (given.fields[key] ? [String(given.fields[key])] : [])))}::text[]`
  const since = sql`${(row.checkedAt ?? row.createdAt).toISOString()}::timestamptz`
  const made = sql`network_id = ${ctx.network.id} and created_at > ${since}`
  const external = news.flatMap(({ given }) => (given.externalKey ? [given.externalKey] : []))
  const { rows } = await tx.execute<{ what: string }>(sql`
    select 'siren' || siren as what from organisation where ${made} and siret is null and siren = any (${keys('siren')})
    union all select 'siret' || siret from organisation where ${made} and siret = any (${keys('siret')})
    union all select 'rna' || rna from organisation where ${made} and rna = any (${keys('rna')})
    union all select 'external' || key from organisation_external_key
      where network_id = ${ctx.network.id} and source = ${row.matching.source || DEFAULT_SOURCE} and created_at > ${since}
        and key = any (${sql.param(external)}::text[])`)
  const there = new Set(rows.map(({ what }) => what))
  const is = ({ given }: Line) =>
    (given.externalKey && there.has(`external${given.externalKey}`)) ||
    ['siren', 'siret', 'rna'].some((key) => given.fields[key] && there.has(key + given.fields[key]))
  return new Set(news.filter(is).map(({ line }) => line))
}
