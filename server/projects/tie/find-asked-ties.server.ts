import { type SQL, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { projects } from '../permissions.ts'
import { TIE_COLUMNS, type Tie } from './find-ties.server.ts'

/** A tie another network proposed; `slug` once the project is public. */
export type AskedTie = Tie & { slug: string | null }

/** What other networks proposed to this one, what awaits an answer first. */
export async function findAskedTies(ctx: Context): Promise<AskedTie[]> {
  demand(ctx, projects['project:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<AskedTie>(asked(ctx, sql`true`))
    return rows
  })
}

export async function countTiesToAnswer(ctx: Context): Promise<number> {
  demand(ctx, projects['project:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<AskedTie>(asked(ctx, sql`a.id is null`))
    return rows.length
  })
}

function asked(ctx: StaffContext, which: SQL) {
  return sql`select ${TIE_COLUMNS}, t.network_id as network, l.slug from project_tie t
    left join project_tie_answer a on a.network_id = ${ctx.network.id} and a.id = t.id
    left join project_listing l on l.network_id = t.network_id and l.id = t.project_id
    where t.other_network_id = ${ctx.network.id} and ${which}
    order by a.id is not null, t.proposed_at desc, t.id`
}

/** Projects other networks say one of our organisations holds too. */
export const tiesToAnswer: TodoProvider = {
  name: 'ties',
  rule: projects['project:tie'],
  all: 'projets/liens',
  find: async (tx, ctx, most) => {
    const { rows } = await tx.execute<AskedTie>(asked(ctx, sql`a.id is null`))
    const lines = rows.slice(0, most).map(({ title, since }) => ({
      kind: 'tie_proposed',
      title,
      since,
      path: 'projets/liens',
    }))
    return { lines, total: rows.length }
  },
}
