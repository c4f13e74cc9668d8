import { and, eq, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { projectProposal } from '#db/schema/projects.ts'
import { accountById } from '#server/identity/public.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { projects } from '../permissions.ts'
import { rowOfProject } from '../project/locked-project.server.ts'
import { currentInput } from '../project/write-project.server.ts'
import { baseIn, changesIn } from './own-projects.server.ts'
import { decidedIn, fieldsOf, projectFieldState } from './proposal.ts'

export type ProjectProposalLine = {
  id: string
  title: string
  organisation: string
  author: string | null
  isNew: boolean
  state: 'submitted' | 'published' | 'refused'
  submittedAt: string
  decidedAt: string | null
}

const MOST = 100

/** What waits for the team, the oldest first; or what it answered lately. */
export async function findProjectProposals(ctx: Context, answered: boolean) {
  demand(ctx, projects['project:read'])
  return inNetwork(ctx, (tx) => linesOf(tx, ctx, answered, MOST))
}

async function linesOf(tx: Transaction, ctx: NetworkContext, answered: boolean, most: number) {
  const which = answered ? sql`p.state in ('published', 'refused')` : sql`p.state = 'submitted'`
  const order = answered ? sql`p.decided_at desc` : sql`p.submitted_at, p.id`
  const { rows } = await tx.execute<ProjectProposalLine>(sql`
    select p.id, coalesce(j.title, p.proposed ->> 'title') as title, o.name as organisation, a.name as author,
      p.project_id is null as "isNew", p.state, p.submitted_at as "submittedAt", p.decided_at as "decidedAt"
    from project_proposal p
      join organisation o on o.network_id = p.network_id and o.id = p.organisation_id
      left join project j on j.network_id = p.network_id and j.id = p.project_id
      left join account a on a.id = p.account_id
    where p.network_id = ${ctx.network.id} and ${which} order by ${order} limit ${most}`)
  return rows
}

export async function countProjectProposals(ctx: Context): Promise<number> {
  demand(ctx, projects['project:read'])
  return inNetwork(ctx, (tx) => countWaiting(tx, ctx))
}

async function countWaiting(tx: Transaction, ctx: NetworkContext) {
  const { rows } = await tx.execute<{ total: number }>(sql`
    select count(*)::int as total from project_proposal
    where network_id = ${ctx.network.id} and state = 'submitted'`)
  return rows[0]?.total ?? 0
}

/** One proposal beside the project of today: field by field, what it was, what it is, what it would be. */
export async function getProjectProposal(ctx: Context, id: string) {
  demand(ctx, projects['project:read'])
  return inNetwork(ctx, async (tx) => {
    const [found] = await tx
      .select()
      .from(projectProposal)
      .where(and(eq(projectProposal.networkId, ctx.network.id), eq(projectProposal.id, id)))
    if (!found || found.state === 'draft') throw notFound()
    const row = found.projectId ? await rowOfProject(tx, ctx, found.projectId) : null
    const isOpen = found.state === 'submitted'
    const now = row && isOpen ? await currentInput(tx, ctx, row) : null
    const [proposed, base] = [changesIn(found), baseIn(found)]
    const author = found.accountId ? await accountById(found.accountId) : undefined
    const decider = found.decidedBy ? await accountById(found.decidedBy) : undefined
    const { rows } = await tx.execute<{ name: string }>(sql`
      select name from organisation where network_id = ${ctx.network.id} and id = ${found.organisationId}`)
    return {
      id,
      isNew: Object.keys(base).length === 0 && (!row || !isOpen),
      projectId: found.projectId,
      title: row?.title ?? String(proposed.title ?? ''),
      organisationId: found.organisationId,
      organisation: rows[0]?.name ?? '',
      author: author?.name ?? null,
      email: author?.email ?? null,
      note: found.note,
      state: found.state as 'submitted' | 'published' | 'refused',
      reason: found.reason,
      submittedAt: found.submittedAt ?? found.createdAt,
      decidedAt: found.decidedAt,
      decider: decider?.name ?? null,
      version: row?.version ?? 0,
      base,
      now: now ?? base,
      proposed,
      fields: decidedIn(proposed).map((decided) => ({
        decided,
        state: isOpen ? projectFieldState(decided, { base, proposed, now }) : ('new' as const),
        taken: fieldsOf(decided).some((field) => found.taken.includes(field)),
      })),
    }
  })
}

export const projectProposalsToDecide: TodoProvider = {
  name: 'projectProposals',
  rule: projects['project:publish'],
  all: 'projets/propositions',
  find: async (tx, ctx, most) => {
    const lines = (await linesOf(tx, ctx, false, most)).map(({ id, title, submittedAt }) => ({
      kind: 'project_proposed',
      title,
      since: new Date(submittedAt).toISOString(),
      path: `projets/propositions/${id}`,
    }))
    return { lines, total: await countWaiting(tx, ctx) }
  },
}
