import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

type Line = { link: string; before: Record<string, unknown> }

/** Those the merged record was told apart from: the kept one is the same organisation. */
function toldApart(keptId: string, lines: Line[]) {
  return lines.flatMap(({ link, before }) => {
    if (!link.startsWith('duplicate_pair.') || !before.apart_at) return []
    const other = String(link.endsWith('left_id') ? before.right_id : before.left_id)
    return other === keptId ? [] : [{ other, apart_at: before.apart_at, apart_by: before.apart_by }]
  })
}

/** Somebody said « not the same » of the merged record: it stays said of the kept one. */
export async function carryApart(tx: Transaction, ctx: NetworkContext, keptId: string, lines: Line[]) {
  const told = toldApart(keptId, lines)
  if (told.length === 0) return
  await tx.execute(sql`
    insert into duplicate_pair (network_id, left_id, right_id, score, found_at, apart_at, apart_by)
    select ${ctx.network.id}, least(${keptId}::uuid, t.other), greatest(${keptId}::uuid, t.other), 0,
      t.apart_at, t.apart_at, t.apart_by
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t(other uuid, apart_at timestamptz, apart_by uuid)
    on conflict do nothing`)
}

/** The merge is undone: what was said of the one is said of it alone again. */
export async function returnApart(tx: Transaction, ctx: NetworkContext, keptId: string, lines: Line[]) {
  const told = toldApart(keptId, lines)
  if (told.length === 0) return
  await tx.execute(sql`
    delete from duplicate_pair d
    using jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t(other uuid, apart_at timestamptz)
    where d.network_id = ${ctx.network.id} and d.score = 0 and d.apart_at = t.apart_at
      and d.left_id = least(${keptId}::uuid, t.other) and d.right_id = greatest(${keptId}::uuid, t.other)`)
}
