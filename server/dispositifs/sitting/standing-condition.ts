import { type SQL, sql } from 'drizzle-orm'

/** Whether condition `c` still holds: those of an opinion that an appeal replaced are read in its minutes alone. */
export const standingCondition: SQL = sql`not exists (select from sitting_item n
  where n.network_id = c.network_id and n.reopens = c.item_id and n.opinion is not null)`
