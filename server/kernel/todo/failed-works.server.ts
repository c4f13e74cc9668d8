import { and, count, desc, eq, inArray } from 'drizzle-orm'
import { longWork } from '#db/schema/kernel.ts'
import { work } from '#server/kernel/rules.ts'
import { peopleOf } from '../absence/people-of.server.ts'
import type { TodoProvider } from './todo.ts'

/** Long works that failed, one's own or of whom one stands in for: to be tried again or given up. */
export const failedWorks: TodoProvider = {
  name: 'works',
  rule: work['work:own'],
  all: 'travaux',
  find: async (tx, ctx, most) => {
    const failed = and(
      eq(longWork.networkId, ctx.network.id),
      inArray(longWork.accountId, await peopleOf(tx, ctx)),
      eq(longWork.state, 'failed'),
    )
    const [found] = await tx.select({ total: count() }).from(longWork).where(failed)
    const rows = await tx.select().from(longWork).where(failed).orderBy(desc(longWork.createdAt)).limit(most)
    const lines = rows.map(({ id, kind, createdAt }) => ({
      kind: 'work_failed',
      title: kind,
      since: createdAt.toISOString(),
      path: `travaux/${id}`,
    }))
    return { lines, total: found?.total ?? 0 }
  },
}
