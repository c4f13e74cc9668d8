import { type SQL, sql } from 'drizzle-orm'
import { outsideSql } from '#server/crm/public.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/** What a figure counts, in words that are never one another's: see `observatory:figure.<key>`. */
export const FIGURE_KEYS = [
  'organisations',
  'outside',
  'actors',
  'listed',
  'members',
  'projects',
  'contacts',
] as const
export type FigureKey = (typeof FIGURE_KEYS)[number]
export const isFigure = (key: string): key is FigureKey => (FIGURE_KEYS as readonly string[]).includes(key)

/** A day as the network lives it, and the instant it ends. */
export type CutOff = { day: string; end: SQL }

export const cutOff = ({ network }: NetworkContext, day: string): CutOff => ({
  day,
  end: sql`((${day}::date + 1)::timestamp at time zone ${network.timeZone})`,
})

/**
 * A figure is defined once, by the rows that make it: `id, name, kind, department, path`. It is how many
 * there are; nobody types it, and it opens on them.
 */
export const FIGURES: Record<FigureKey, (ctx: NetworkContext, at: CutOff) => SQL> = {
  organisations: (ctx, at) => organisations(ctx, at, sql`true`),
  outside: (ctx, at) => organisations(ctx, at, outsideSql(ctx)),
  actors: (ctx, at) =>
    organisations(
      ctx,
      at,
      sql`exists (select 1 from project_holder h join project p on p.network_id = h.network_id and p.id = h.project_id
        where h.network_id = o.network_id and h.organisation_id = o.id
          and coalesce(p.started_on <= ${at.day}::date, p.created_at < ${at.end}))`,
    ),
  listed: (ctx, at) =>
    organisations(
      ctx,
      at,
      sql`exists (select 1 from organisation_publication l where l.network_id = o.network_id and l.organisation_id = o.id
        and l.published_at < ${at.end} and (l.withdrawn_at is null or l.withdrawn_at >= ${at.end}))`,
    ),
  members: (ctx, at) =>
    organisations(
      ctx,
      at,
      sql`exists (select 1 from membership m where m.network_id = o.network_id and m.organisation_id = o.id
        and m.year = extract(year from ${at.day}::date) and m.joined_on <= ${at.day}::date)`,
    ),
  projects: (ctx, at) => sql`
    select p.id, p.title as name, null::text as kind, null::text as department, 'projets/' || p.id as path
    from project p where p.network_id = ${ctx.network.id}
      and exists (select 1 from project_publication l where l.network_id = p.network_id and l.project_id = p.id
        and l.published_at < ${at.end} and (l.withdrawn_at is null or l.withdrawn_at >= ${at.end}))`,
  contacts: (ctx, at) => sql`
    select p.id, trim(p.given_name || ' ' || p.family_name) as name, null::text as kind, null::text as department,
      'personnes/' || p.id as path
    from person p where p.network_id = ${ctx.network.id} and p.created_at < ${at.end}`,
}

function organisations({ network }: NetworkContext, { end }: CutOff, which: SQL): SQL {
  return sql`select o.id, o.name, o.kind, o.department, 'structures/' || o.id as path
    from organisation o where o.network_id = ${network.id} and o.created_at < ${end} and ${which}`
}
