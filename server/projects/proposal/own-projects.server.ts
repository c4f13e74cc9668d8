import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { projectProposal } from '#db/schema/projects.ts'
import { readingKept, rulesOf } from '#server/crm/public.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { projects } from '../permissions.ts'
import { type ProjectRow, rowOfProject } from '../project/locked-project.server.ts'
import type { ProjectInput } from '../project/project.schema.ts'
import { currentInput } from '../project/write-project.server.ts'
import { type ProjectChanges, withoutAmounts } from './proposal.ts'

export type ProjectProposal = typeof projectProposal.$inferSelect
/** Read back as it was checked when it was written. */
export const changesIn = ({ proposed }: Pick<ProjectProposal, 'proposed'>) => proposed as ProjectChanges
export const baseIn = ({ base }: Pick<ProjectProposal, 'base'>) => base as ProjectChanges

const MOST = 100
const ANSWERED = 10

export type OwnProject = {
  id: string
  title: string
  slug: string | null
  published: boolean
  status: string
}

/** The projects an organisation holds, what its people propose of them, and what was answered lately. */
export async function findOwnProjects(ctx: Context, organisationId: string) {
  demand(ctx, projects['project:propose'])
  return readingKept(ctx, organisationId, async (tx, keeper, { name }) => {
    const networkId = keeper.network.id
    const { rows } = await tx.execute<OwnProject>(sql`
      select p.id, p.title, p.slug, p.published_at is not null as published, p.status from project p
      join project_holder h on h.network_id = p.network_id and h.project_id = p.id
      where p.network_id = ${networkId} and h.organisation_id = ${organisationId} and p.visibility = 'public'
      order by p.published_at is null, p.title collate "fr-x-icu", p.id limit ${MOST}`)
    const mine = and(
      eq(projectProposal.networkId, networkId),
      eq(projectProposal.organisationId, organisationId),
    )
    const open = await tx
      .select()
      .from(projectProposal)
      .where(
        and(
          mine,
          eq(projectProposal.accountId, keeper.account.id),
          inArray(projectProposal.state, ['draft', 'submitted']),
        ),
      )
      .orderBy(desc(projectProposal.updatedAt))
    const answered = await tx
      .select()
      .from(projectProposal)
      .where(and(mine, inArray(projectProposal.state, ['published', 'refused'])))
      .orderBy(desc(projectProposal.decidedAt))
      .limit(ANSWERED)
    const { proposalsAtOnce: atOnce } = await rulesOf(tx, keeper)
    return { name, projects: rows, open, answered, atOnce }
  })
}

export type OwnProjectPage = {
  organisation: string
  /** None while it is yet to be made. */
  project: ProjectRow | null
  now: ProjectInput | null
  open: ProjectProposal | null
  holders: string[]
  /** Amounts are shown to the people of its lead; to others, the band where it is said without a figure. */
  amounts: 'all' | 'band' | 'none'
  /** What is sent appears without being read by the team. */
  atOnce: boolean
}

/** One of them, or a draft of a new one by its proposal, as its form opens; `null` begins a new one. */
export async function getOwnProject(
  ctx: Context,
  organisationId: string,
  key: string | null,
): Promise<OwnProjectPage> {
  demand(ctx, projects['project:propose'])
  return readingKept(ctx, organisationId, async (tx, keeper, { name }) => {
    const { project, now, open } = await ownProject(tx, keeper, organisationId, key)
    const holders = now ? await namesOf(tx, keeper, now.holders) : [name]
    const { proposalsAtOnce: atOnce } = await rulesOf(tx, keeper)
    const page = { organisation: name, project, holders, atOnce }
    if (!now || leads(now, organisationId)) return { ...page, now, open, amounts: 'all' }
    return {
      ...page,
      now: withoutAmounts(now),
      open: open && {
        ...open,
        proposed: withoutAmounts(changesIn(open)),
        base: withoutAmounts(baseIn(open)),
      },
      amounts: now.budgetCents === null ? 'band' : 'none',
    }
  })
}

export const leads = ({ holders }: Pick<ProjectInput, 'holders'>, organisationId: string) =>
  holders[0] === organisationId

/** Scope, then find: a project it holds and may show, or one's own draft; any other is absent. */
export async function ownProject(
  tx: Transaction,
  ctx: StaffContext,
  organisationId: string,
  key: string | null,
) {
  if (key === null) return { project: null, now: null, open: null }
  const open = await openProposal(tx, ctx, organisationId, key)
  if (open && !open.projectId) return { project: null, now: null, open }
  const project = await rowOfProject(tx, ctx, open?.projectId ?? key)
  const now = await currentInput(tx, ctx, project)
  if (project.visibility !== 'public' || !now.holders.includes(organisationId)) throw notFound()
  return { project, now, open }
}

async function openProposal(tx: Transaction, ctx: StaffContext, organisationId: string, key: string) {
  const [found] = await tx
    .select()
    .from(projectProposal)
    .where(
      and(
        eq(projectProposal.networkId, ctx.network.id),
        eq(projectProposal.organisationId, organisationId),
        eq(projectProposal.accountId, ctx.account.id),
        inArray(projectProposal.state, ['draft', 'submitted']),
        sql`(${projectProposal.projectId} = ${key} or ${projectProposal.id} = ${key})`,
      ),
    )
  return found ?? null
}

async function namesOf(tx: Transaction, ctx: StaffContext, ids: string[]): Promise<string[]> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select name from organisation where network_id = ${ctx.network.id} and id = any (${sql.param(ids)}::uuid[])
    order by array_position(${sql.param(ids)}::uuid[], id)`)
  return rows.map(({ name }) => name)
}
