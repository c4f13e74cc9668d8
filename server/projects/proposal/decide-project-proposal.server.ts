import { and, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { projectProposal } from '#db/schema/projects.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { conflictOpen, projectChanged, reasonMissing } from '../errors.ts'
import { projects } from '../permissions.ts'
import { lockProject } from '../project/locked-project.server.ts'
import { currentInput } from '../project/write-project.server.ts'
import { applyProposal } from './apply-proposal.server.ts'
import { baseIn, changesIn, type ProjectProposal } from './own-projects.server.ts'
import { changedFields, decidedBy, decidedIn, projectFieldState } from './proposal.ts'

export type ProjectDecision = {
  /** Of the project as whoever decides saw it; none of one that is yet to be made. */
  version: number
  /** What is answered: fields, or pairs of them (proposal.ts). */
  take: string[]
  /** Fields that two changed, where theirs stays. */
  leave: string[]
  reason: string
}

/**
 * The team takes all of a proposal, some of it, or nothing, and says why where something is left. A new
 * project is taken whole or not at all.
 */
export async function decideProjectProposal(ctx: Context, id: string, decision: ProjectDecision) {
  demand(ctx, projects['project:publish'])
  return inNetwork(ctx, async (tx) => {
    const proposal = await lockProposal(tx, ctx, id)
    const row = proposal.projectId ? await lockProject(tx, ctx, proposal.projectId) : null
    if (row && row.version !== decision.version) throw projectChanged()
    const now = row ? await currentInput(tx, ctx, row) : null
    const [proposed, base] = [changesIn(proposal), baseIn(proposal)]
    const states = decidedIn(proposed).map((decided) => ({
      decided,
      state: projectFieldState(decided, { base, proposed, now }),
    }))
    const open = states.filter(
      ({ decided, state }) =>
        state === 'conflict' && !decision.take.includes(decided) && !decision.leave.includes(decided),
    )
    if (open.length > 0) throw conflictOpen(open.map(({ decided }) => decided))
    const fields = changedFields(proposed)
    const wanted = fields.filter((field) => decision.take.includes(decidedBy(field)))
    const taken = row ? wanted : wanted.length > 0 ? fields : []
    const kept = new Set(taken.map(decidedBy))
    const left = states.filter(({ decided, state }) => state !== 'done' && !kept.has(decided))
    if (left.length > 0 && !decision.reason) throw reasonMissing()
    const projectId = taken.length > 0 ? await applyProposal(tx, ctx, proposal, taken) : proposal.projectId
    const published = taken.length > 0 || left.length === 0
    await tx
      .update(projectProposal)
      .set({
        state: published ? 'published' : 'refused',
        taken,
        projectId,
        reason: decision.reason || null,
        decidedAt: ctx.clock.now(),
        decidedBy: ctx.account.id,
      })
      .where(thisProposal(ctx, id))
    await record(tx, ctx, {
      action: published ? 'project.proposal_taken' : 'project.proposal_refused',
      objectType: projectId ? 'project' : 'organisation',
      objectId: projectId ?? proposal.organisationId,
      changes: decision.reason ? { reason: decision.reason } : {},
    })
    await tell(tx, ctx, proposal, published, String(proposed.title ?? row?.title ?? ''))
  })
}

async function tell(
  tx: Transaction,
  ctx: StaffContext,
  proposal: ProjectProposal,
  published: boolean,
  title: string,
) {
  if (!proposal.accountId) return
  await notify(tx, ctx, {
    accountId: proposal.accountId,
    kind: published ? 'projects.proposal_taken' : 'projects.proposal_refused',
    params: { title },
    path: `/${ctx.network.slug}/espace/structures/${proposal.organisationId}/projets`,
  })
}

const thisProposal = (ctx: StaffContext, id: string) =>
  and(eq(projectProposal.networkId, ctx.network.id), eq(projectProposal.id, id))

async function lockProposal(tx: Transaction, ctx: StaffContext, id: string): Promise<ProjectProposal> {
  const [found] = await tx
    .select()
    .from(projectProposal)
    .where(and(thisProposal(ctx, id), eq(projectProposal.state, 'submitted')))
    .for('update')
  if (!found) throw notFound()
  return found
}
