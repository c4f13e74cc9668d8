import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { LeftOut } from '#db/schema/crm.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { canBeUndone, lastDayToUndo } from './merge-undoing.ts'

export const MERGES_PER_PAGE = 20

export type MergeLine = {
  id: string
  keptId: string
  keptName: string
  /** What the kept record was called before: it may have taken the other’s name. */
  keptWas: string
  mergedName: string
  by: string | null
  at: string
  undoable: boolean
  until: string
  undoneAt: string | null
  undoneBy: string | null
  leftOut: LeftOut[]
}

type MergesFound = { merges: MergeLine[]; total: number; page: number; perPage: number }

/** The merges of a network, the last first; nobody undoes one older than thirty days. */
export async function findMerges(ctx: Context, page: number): Promise<MergesFound> {
  demand(ctx, crm['organisation:merge'])
  const now = ctx.clock.now()
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Omit<MergeLine, 'undoable' | 'until'> & { total: number }>(sql`
      select m.id, coalesce(r.kept_id, m.kept_id) as "keptId", m.kept_name as "keptName",
        coalesce(m.kept_was, m.kept_before->>'name', m.kept_name) as "keptWas",
        m.merged_name as "mergedName", a.name as by, m.created_at as at, m.undone_at as "undoneAt",
        u.name as "undoneBy", m.left_out as "leftOut", count(*) over ()::int as total
      from organisation_merge m
        left join organisation_redirect r on r.network_id = m.network_id and r.old_id = m.kept_id
        left join account a on a.id = m.account_id
        left join account u on u.id = m.undone_by
      where m.network_id = ${ctx.network.id}
      order by m.created_at desc, m.id desc limit ${MERGES_PER_PAGE} offset ${(page - 1) * MERGES_PER_PAGE}`)
    const merges = rows.map(({ total, ...line }): MergeLine => {
      const createdAt = new Date(line.at)
      const undoneAt = line.undoneAt ? new Date(line.undoneAt) : null
      return {
        ...line,
        undoable: canBeUndone({ createdAt, undoneAt }, now),
        until: lastDayToUndo(createdAt).toISOString(),
      }
    })
    // Past the last page no row says how many there are.
    const past = page > 1 && rows.length === 0
    const total = past ? (await findMerges(ctx, 1)).total : (rows[0]?.total ?? 0)
    return { merges, total, page, perPage: MERGES_PER_PAGE }
  })
}
