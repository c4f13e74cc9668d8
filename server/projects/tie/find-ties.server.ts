import { and, eq, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { project } from '#db/schema/projects.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { projects } from '../permissions.ts'
import type { TieState } from './tie.ts'

export type Tie = {
  id: string
  projectId: string
  title: string
  organisation: string
  organisationId: string
  holder: string
  /** The network at the other end. */
  network: number
  state: TieState
  reason: string
  since: string
}
/** Named as it was told, or as the record that stands for it since a merge is listed. Both ends of a tie, `t` and `a`, as either network reads them. */
export const TIE_COLUMNS = sql`t.id, t.project_id as "projectId", t.project_title as title, 
  coalesce((select l.name from organisation_listing l where l.network_id = t.other_network_id
    and l.id = t.other_now_id and t.other_now_id <> t.organisation_id), t.organisation_name) as organisation,
  t.other_now_id as "organisationId", t.holder_name as holder, coalesce(a.answer, 'proposed') as state,
  coalesce(a.reason, '') as reason,
  to_char(coalesce(a.answered_at, t.proposed_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since`

/** The ties of one of our projects, with what each other network answered. */
export async function findTies(ctx: Context, projectId: string): Promise<Tie[]> {
  demand(ctx, projects['project:read'])
  return inNetwork(ctx, async (tx) => {
    const [own] = await tx
      .select({ id: project.id })
      .from(project)
      .where(and(eq(project.networkId, ctx.network.id), eq(project.id, projectId)))
    if (!own) throw notFound()
    const { rows } = await tx.execute<Tie>(sql`
      select ${TIE_COLUMNS}, t.other_network_id as network from project_tie t
      left join project_tie_answer a on a.network_id = t.other_network_id and a.id = t.id
        and a.asking_network_id = t.network_id
      where t.network_id = ${ctx.network.id} and t.project_id = ${projectId}
      order by t.proposed_at, t.id`)
    return rows
  })
}
