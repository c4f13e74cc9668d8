import { and, desc, eq, inArray } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { longWork } from '#db/schema/kernel.ts'
import { type Context, requireAccount, requireNetwork, type StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { peopleOf } from '../absence/people-of.server.ts'
import { work } from '../rules.ts'

const MOST = 50

type Result = { fileId?: string; path?: string; counts?: Record<string, number> }
export type WorkLine = ReturnType<typeof lineOf>

function lineOf(row: typeof longWork.$inferSelect) {
  const { id, kind, state, done, total, errorCode, createdAt, finishedAt } = row
  return {
    id,
    kind,
    state,
    done,
    total,
    errorCode,
    result: (row.result ?? {}) as Result,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}

/** What this person asked for in this network, or who they stand in for; the last first. */
export async function findWorks(ctx: Context): Promise<WorkLine[]> {
  demand(ctx, work['work:own'])
  return inNetwork(ctx, async (tx) => {
    const mine = and(
      eq(longWork.networkId, ctx.network.id),
      inArray(longWork.accountId, await peopleOf(tx, ctx)),
    )
    const rows = await tx.select().from(longWork).where(mine).orderBy(desc(longWork.createdAt)).limit(MOST)
    return rows.map(lineOf)
  })
}

/** One work of this person; somebody else's answers like one that is not there. */
export async function getWork(ctx: Context, id: string): Promise<WorkLine> {
  demand(ctx, work['work:own'])
  const row = await ownWork(ctx, id)
  if (!row) throw notFound()
  return lineOf(row)
}

export const isOwnWork = async (ctx: StaffContext, id: string) => (await ownWork(ctx, id)) !== undefined

async function ownWork(ctx: Context, id: string) {
  requireNetwork(ctx)
  requireAccount(ctx)
  return inNetwork(ctx, async (tx) => {
    const whose = inArray(longWork.accountId, await peopleOf(tx, ctx))
    const [row] = await tx
      .select()
      .from(longWork)
      .where(and(eq(longWork.networkId, ctx.network.id), eq(longWork.id, id), whose))
    return row
  })
}
