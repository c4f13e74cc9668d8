import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { projectProposal } from '#db/schema/projects.ts'
import { keeping, rulesOf } from '#server/crm/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { nothingProposed, notPublishable, projectChanged } from '../errors.ts'
import { projects } from '../permissions.ts'
import type { ProjectInput } from '../project/project.schema.ts'
import { lacking } from '../project/project.ts'
import { applyProposal } from './apply-proposal.server.ts'
import { leads, ownProject, type ProjectProposal } from './own-projects.server.ts'
import { changedFields, projectBase, projectChanges, withAmountsOf } from './proposal.ts'

export type TypedProject = {
  /** What the form gives; who holds it is not asked of it, nor amounts where they are not shown. */
  input: ProjectInput
  note: string
  /** Of the project, when the form was opened. */
  version: number | null
  state: 'draft' | 'submitted'
}
export type Proposed = { id: string; published: boolean }

/**
 * Keeps what was typed for its author alone, or hands it to the team. Where the network chose so, what is
 * handed is published at once and the team is told.
 */
export async function proposeProject(
  ctx: Context,
  organisationId: string,
  key: string | null,
  typed: TypedProject,
): Promise<Proposed> {
  demand(ctx, projects['project:propose'])
  return keeping(ctx, organisationId, async (tx, keeper, { name }) => {
    const { project, now, open } = await ownProject(tx, keeper, organisationId, key)
    // Typed over a project that is no longer: what was left untouched would undo somebody's change.
    if (project && typed.version !== project.version) throw projectChanged()
    const input = now && !leads(now, organisationId) ? withAmountsOf(now, typed.input) : typed.input
    const proposed = projectChanges(now, input)
    if (changedFields(proposed).length === 0) throw nothingProposed()
    const lacks = lacking({ ...typed.input, visibility: 'public' })
    const submits = typed.state === 'submitted'
    if (submits && lacks.length > 0) throw notPublishable(lacks)
    const at = keeper.clock.now()
    const fields = {
      proposed,
      base: projectBase(now, proposed),
      note: typed.note,
      state: typed.state,
      updatedAt: at,
      submittedAt: submits ? at : null,
    }
    const sent = await write(tx, keeper, open, {
      ...fields,
      projectId: project?.id ?? null,
      organisationId,
      accountId: keeper.account.id,
    })
    if (!submits) return { id: sent.id, published: false }
    const published = (await rulesOf(tx, keeper)).proposalsAtOnce
    const title = typed.input.title
    const projectId = published
      ? await applyProposal(tx, keeper, sent, changedFields(proposed))
      : (project?.id ?? null)
    if (published)
      await tx
        .update(projectProposal)
        .set({ state: 'published', taken: changedFields(proposed), decidedAt: at, projectId })
        .where(thisProposal(keeper, sent.id))
    else
      await record(tx, keeper, {
        action: 'project.proposed',
        objectType: projectId ? 'project' : 'organisation',
        objectId: projectId ?? organisationId,
        changes: { fields: changedFields(proposed) },
      })
    await notifyTeam(tx, keeper, {
      kind: published ? 'projects.published_by_member' : 'projects.proposed',
      params: { name: keeper.account.name, organisation: name, title },
      path: `/${keeper.network.slug}/bureau/projets/propositions/${sent.id}`,
    })
    return { id: sent.id, published }
  })
}

/** Given up before the team answered. */
export async function discardProjectProposal(ctx: Context, organisationId: string, key: string) {
  demand(ctx, projects['project:propose'])
  return keeping(ctx, organisationId, async (tx, keeper) => {
    const { open } = await ownProject(tx, keeper, organisationId, key)
    if (!open) throw notFound()
    await tx.delete(projectProposal).where(thisProposal(keeper, open.id))
  })
}

const thisProposal = (ctx: StaffContext, id: string) =>
  and(eq(projectProposal.networkId, ctx.network.id), eq(projectProposal.id, id))

type Written = Omit<typeof projectProposal.$inferInsert, 'id' | 'networkId' | 'createdAt'>

async function write(
  tx: Transaction,
  ctx: StaffContext,
  open: ProjectProposal | null,
  fields: Written,
): Promise<ProjectProposal> {
  if (open) {
    const [kept] = await tx.update(projectProposal).set(fields).where(thisProposal(ctx, open.id)).returning()
    return kept!
  }
  const [made] = await tx
    .insert(projectProposal)
    .values({ ...fields, networkId: ctx.network.id, id: v7(), createdAt: ctx.clock.now() })
    .returning()
  return made!
}
