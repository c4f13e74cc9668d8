import { type SQL, sql } from 'drizzle-orm'
import { FRANCE } from '#packages/referentials/countries.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/** The same rule as isOutside, of the organisation `o`. */
export const outsideSql = ({ network: { departments } }: NetworkContext): SQL =>
  departments.length === 0
    ? sql`false`
    : sql`(o.seat_country <> ${FRANCE}
        or coalesce(o.department <> all (${sql.param(departments)}::text[]), false))`
