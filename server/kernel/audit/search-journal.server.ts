import { type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { upkeep } from '../rules.ts'
import type { JournalSearch } from './journal.schema.ts'
import { type JournalLine, readLines } from './read-lines.server.ts'

/** What an object of a type is called, for the sentences; a capability gives it (server/journal-objects.ts). */
export type NamesOf = (tx: Transaction, ctx: NetworkContext, ids: string[]) => Promise<Map<string, string>>
export type JournalObjects = Record<string, { namesOf: NamesOf; path?: (id: string) => string }>

export const LINES_PER_PAGE = 50

/**
 * The network's history, the last first. The place reached is kept as values: what happens meanwhile
 * shifts nothing, and the thousandth page costs what the first does.
 */
export async function searchJournal(
  ctx: Context,
  search: JournalSearch,
  objects: JournalObjects,
  take?: number,
) {
  demand(ctx, upkeep['journal:read'])
  const most = take ?? LINES_PER_PAGE
  return inNetwork(ctx, async (tx) => {
    const rows = await readLines(tx, ctx, conditions(search, ctx.network.timeZone), most + 1)
    const lines = rows.slice(0, most)
    const last = rows.length > most ? lines.at(-1) : undefined
    return {
      lines,
      names: await namesIn(tx, ctx, lines, objects),
      next: last ? `${last.at}_${last.id}` : null,
    }
  })
}

function conditions({ from, to, person, action, object, type, after }: JournalSearch, timeZone: string): SQL {
  const day = (value: string) => sql`(${value}::date)::timestamp at time zone ${timeZone}`
  const [at, id] = after?.split('_') ?? []
  return sql.join(
    [
      sql`true`,
      ...(from ? [sql`e.at >= ${day(from)}`] : []),
      ...(to ? [sql`e.at < (${to}::date + 1)::timestamp at time zone ${timeZone}`] : []),
      ...(person ? [sql`e.account_id = ${person}::uuid`] : []),
      ...(action ? [sql`e.action = ${action}`] : []),
      ...(object ? [sql`e.object_id = ${object}::uuid`] : []),
      ...(type ? [sql`e.object_type = ${type}`] : []),
      ...(at && id ? [sql`(e.at, e.id) < (${at}::timestamptz, ${id}::uuid)`] : []),
    ],
    sql` and `,
  )
}

export async function namesIn(
  tx: Transaction,
  ctx: NetworkContext,
  lines: JournalLine[],
  objects: JournalObjects,
) {
  const names = new Map<string, string>()
  for (const [type, { namesOf }] of Object.entries(objects)) {
    const ids = new Set(lines.filter((line) => line.objectType === type).map((line) => line.objectId))
    if (ids.size === 0) continue
    for (const [id, name] of await namesOf(tx, ctx, [...ids])) names.set(id, name)
  }
  return names
}

/** What the filters offer: who did something in this network, and what is ever done. */
export async function journalChoices(ctx: Context) {
  demand(ctx, upkeep['journal:read'])
  return inNetwork(ctx, async (tx) => {
    const mine = sql`e.network_id = ${ctx.network.id}`
    const { rows: people } = await tx.execute<{ id: string; name: string }>(sql`
      select a.id, a.name from account a
      where exists (select 1 from audit_entry e where ${mine} and e.account_id = a.id) order by a.name`)
    const { rows: actions } = await tx.execute<{ action: string }>(
      sql`select distinct e.action from audit_entry e where ${mine} order by 1`,
    )
    return { people, actions: actions.map(({ action }) => action) }
  })
}
