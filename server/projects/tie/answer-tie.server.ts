import { and, eq, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { projectTie, projectTieAnswer } from '#db/schema/projects.ts'
import { raiseRevision } from '#server/directory/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { refreshProjectNetworks } from '../listing/write-project-listing.server.ts'
import { projects } from '../permissions.ts'
import { ANSWERS, type TieState } from './tie.ts'

const ACTIONS = {
  confirmed: 'project.tie_confirmed',
  refused: 'project.tie_refused',
  revoked: 'project.tie_revoked',
} as const

/** The other end: what this network says of a project that another network told it of. It writes its own answer alone. */
export async function answerTie(
  ctx: Context,
  tieId: string,
  answer: 'confirmed' | 'refused' | 'revoked',
  reason = '',
) {
  demand(ctx, projects['project:tie'])
  await inNetwork(ctx, async (tx) => {
    // Read by the policy of the other end, and only when it is this network's to answer.
    const [tie] = await tx
      .select()
      .from(projectTie)
      .where(and(eq(projectTie.otherNetworkId, ctx.network.id), eq(projectTie.id, tieId)))
    if (!tie) throw notFound()
    const organisationId = await organisationMeant(tx, ctx, tie.otherNowId)
    const [known] = await tx
      .select({ answer: projectTieAnswer.answer })
      .from(projectTieAnswer)
      .where(and(eq(projectTieAnswer.networkId, ctx.network.id), eq(projectTieAnswer.id, tieId)))
      .for('update')
    const state = (known?.answer ?? 'proposed') as TieState
    // Two people answering alike: the second changes nothing.
    if (state === answer) return
    if (!ANSWERS[state].includes(answer)) throw notFound()
    const said = {
      answer,
      reason: reason.trim().slice(0, 500),
      answeredBy: ctx.account.id,
      answeredAt: ctx.clock.now(),
    }
    await tx
      .insert(projectTieAnswer)
      .values({
        networkId: ctx.network.id,
        id: tieId,
        askingNetworkId: tie.networkId,
        organisationId,
        ...said,
      })
      .onConflictDoUpdate({
        target: [projectTieAnswer.networkId, projectTieAnswer.id],
        set: { ...said, organisationId },
      })
    await refreshProjectNetworks(tx, tie.networkId, [tie.projectId])
    await raiseRevision(tx, ctx)
    await record(tx, ctx, {
      action: ACTIONS[answer],
      objectType: 'organisation',
      objectId: organisationId,
      changes: { project: tie.projectTitle, ...(said.reason ? { reason: said.reason } : {}) },
    })
  })
}

/** The record that stands for the one the tie was proposed for answers for it. */
async function organisationMeant(tx: Transaction, ctx: StaffContext, id: string): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`select id from ${organisation}
    where network_id = ${ctx.network.id} and id = ${id} for share`)
  if (!rows[0]) throw notFound()
  return rows[0].id
}
