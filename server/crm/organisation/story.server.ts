import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { TimelineEntry, TimelineSource } from './record-part.ts'

export const MOMENTS_PER_PAGE = 12

/** Which page of the story, and the one source to hear if not all. */
export type StoryAsked = { page: number; only?: string | null }

export type Story = {
  moments: TimelineEntry[]
  page: number
  pages: number
  only: string | null
  /** How many moments each source tells, whichever is heard; silent sources are absent. */
  counts: { name: string; count: number }[]
}

/** A page of what happened to an organisation, the latest first, all sources told by one statement. */
export async function readStory(
  tx: Transaction,
  ctx: StaffContext,
  id: string,
  sources: TimelineSource[],
  asked: StoryAsked,
): Promise<Story> {
  const only = sources.some(({ name }) => name === asked.only) ? asked.only! : null
  const silent: Story = { moments: [], page: 1, pages: 1, only, counts: [] }
  if (sources.length === 0) return silent
  const each = sources.map(
    ({ name, entries }) =>
      sql`select ${name}::text, e.* from (${entries(ctx, id)}) e(kind, id, at, path, detail)`,
  )
  const heard = only ? sql`where source = ${only}` : sql``
  const { rows } = await tx.execute<{
    moments: TimelineEntry[] | null
    counts: Record<string, number> | null
  }>(
    sql`with told(source, kind, id, at, path, detail) as materialized (${sql.join(each, sql` union all `)})
      select
        (select jsonb_object_agg(source, n) from (select source, count(*) as n from told group by 1) c) as counts,
        (select jsonb_agg(m) from (
          select kind, id, at, path, detail from told ${heard} order by at desc, id desc
          offset ${(asked.page - 1) * MOMENTS_PER_PAGE} limit ${MOMENTS_PER_PAGE}) m) as moments`,
  )
  const { moments, counts } = rows[0]!
  const named = sources.flatMap(({ name }) => (counts?.[name] ? [{ name, count: counts[name] }] : []))
  const total = named.reduce((sum, { name, count }) => sum + (!only || name === only ? count : 0), 0)
  const pages = Math.max(1, Math.ceil(total / MOMENTS_PER_PAGE))
  return { ...silent, moments: moments ?? [], page: asked.page, pages, counts: named }
}
