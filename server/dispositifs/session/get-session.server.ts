import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dispositif, dispositifSession } from '#db/schema/dispositifs.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { thisSession } from './locked-session.server.ts'

/** With its dispositif, and its opening and closing as its own clock tells them, for its form. */
export async function getSession(ctx: Context, id: string) {
  demand(ctx, dispositifs['dispositif:read'])
  const { opensAt, closesAt, timeZone } = dispositifSession
  const told = (at: typeof opensAt) =>
    sql<string>`to_char(${at} at time zone ${timeZone}, 'YYYY-MM-DD"T"HH24:MI')`
  const [row] = await inNetwork(ctx, (tx) =>
    tx
      .select({
        ...getTableColumns(dispositifSession),
        ...{ opensThere: told(opensAt), closesThere: told(closesAt) },
        ...{ code: dispositif.code, dispositifName: dispositif.name, intake: dispositif.intake },
        /** Its dispositif has a public page. */
        onSite: sql<boolean>`${dispositif.publishedAt} is not null`,
      })
      .from(dispositifSession)
      .innerJoin(
        dispositif,
        and(
          eq(dispositif.networkId, dispositifSession.networkId),
          eq(dispositif.id, dispositifSession.dispositifId),
        ),
      )
      .where(thisSession(ctx, id)),
  )
  if (!row) throw notFound()
  return row
}

export type SessionPage = Awaited<ReturnType<typeof getSession>>
