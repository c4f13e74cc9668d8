import { type SQL, sql } from 'drizzle-orm'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { ActFilters } from './find-acts.schema.ts'

/** The condition, on `support_act a`, of the acts that some filters keep. */
export function actsKept(ctx: NetworkContext, filters: ActFilters): SQL {
  const { year, month, person, kind, family, organisation, both } = filters
  return sql.join(
    [
      sql`a.network_id = ${ctx.network.id} and a.removed_at is null`,
      ...(year ? [withinYear(year, month)] : []),
      ...(person ? [sql`a.account_id = ${person}::uuid`] : []),
      ...(kind ? [sql`a.kind = ${kind}`] : []),
      ...(family ? [sql`a.family = ${family}`] : []),
      ...(organisation
        ? [
            sql`exists (select 1 from support_act_organisation l
              where l.network_id = a.network_id and l.act_id = a.id and l.organisation_id = ${organisation}::uuid)`,
          ]
        : []),
      ...(both
        ? [
            sql`exists (select 1 from support_act_organisation l
              where l.network_id = a.network_id and l.act_id = a.id
                and l.organisation_id in (${inBothFamilies(ctx, year)}))`,
          ]
        : []),
    ],
    sql` and `,
  )
}

function withinYear(year: number, month: number | null): SQL {
  const two = (value: number) => String(value).padStart(2, '0')
  const from = `${year}-${two(month ?? 1)}-01`
  const until = month && month < 12 ? `${year}-${two(month + 1)}-01` : `${year + 1}-01-01`
  return sql`a.happened_on >= ${from}::date and a.happened_on < ${until}::date`
}

/** Accompanied « au fil de l'eau » and on their external action: counted once in the whole. */
export const inBothFamilies = (ctx: NetworkContext, year: number | null): SQL => sql`
  select m.organisation_id from support_act b join support_act_organisation m
    on m.network_id = b.network_id and m.act_id = b.id
  where b.network_id = ${ctx.network.id} and b.removed_at is null
    ${year ? sql`and b.happened_on >= ${`${year}-01-01`}::date and b.happened_on < ${`${year + 1}-01-01`}::date` : sql``}
  group by m.organisation_id having count(distinct b.family) = 2`
