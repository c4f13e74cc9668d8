import { and, eq, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { pageProposal } from '#db/schema/crm/page.ts'
import { organisation } from '#db/schema/crm.ts'
import { accountById } from '#server/identity/public.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { ownFields } from '../own-field/find-own-fields.server.ts'
import { stampOf } from '../page/keeper.server.ts'
import { fieldsOf, type PageChanges, pageOf, stateOf, stillAsked } from '../page/page.ts'
import { shownAmong } from '../page/page-own-fields.server.ts'
import { crm } from '../permissions.ts'
import { changesIn } from './own-proposal.server.ts'

export type ProposalLine = {
  id: string
  organisationId: string
  organisation: string
  origin: 'member' | 'verification' | 'visitor'
  author: string
  fields: string[]
  note: string
  submittedAt: string
  state: 'submitted' | 'published' | 'refused'
  decidedAt: string | null
}

const MOST = 100

/** What waits for the team, the oldest first; or what it answered lately. */
export async function findProposals(ctx: Context, answered: boolean): Promise<ProposalLine[]> {
  demand(ctx, crm['page:read'])
  return inNetwork(ctx, (tx) => linesOf(tx, ctx, answered, MOST))
}

async function linesOf(tx: Transaction, ctx: NetworkContext, answered: boolean, most: number) {
  const which = answered ? sql`p.state in ('published', 'refused')` : sql`p.state = 'submitted'`
  const order = answered ? sql`p.decided_at desc` : sql`p.submitted_at, p.id`
  const { rows } = await tx.execute<ProposalLine>(sql`
    select p.id, p.organisation_id as "organisationId", o.name as organisation, p.origin,
      coalesce(a.name, p.author) as author, array(select jsonb_object_keys(p.proposed)) as fields, p.note,
      p.submitted_at as "submittedAt", p.state, p.decided_at as "decidedAt"
    from page_proposal p
      join organisation o on o.network_id = p.network_id and o.id = p.organisation_id
      left join account a on a.id = p.account_id
    where p.network_id = ${ctx.network.id} and ${which} order by ${order} limit ${most}`)
  return rows
}

export async function countProposals(ctx: Context) {
  demand(ctx, crm['page:read'])
  return inNetwork(ctx, (tx) => countWaiting(tx, ctx))
}

async function countWaiting(tx: Transaction, ctx: NetworkContext) {
  const { rows } = await tx.execute<{ total: number }>(sql`
    select count(*)::int as total from page_proposal
    where network_id = ${ctx.network.id} and state = 'submitted'`)
  return rows[0]?.total ?? 0
}

/** One proposal beside the page of today: field by field, what it was, what it is, what it would be. */
export async function getProposal(ctx: Context, id: string) {
  demand(ctx, crm['page:read'])
  return inNetwork(ctx, async (tx) => {
    const [found] = await tx
      .select()
      .from(pageProposal)
      .where(and(eq(pageProposal.networkId, ctx.network.id), eq(pageProposal.id, id)))
    if (!found || found.state === 'draft') throw notFound()
    const [row] = await tx
      .select()
      .from(organisation)
      .where(and(eq(organisation.networkId, ctx.network.id), eq(organisation.id, found.organisationId)))
    const own = await ownFields(tx, ctx)
    const page = pageOf(row!, shownAmong(own, row!.kind))
    const asked = changesIn(found)
    const changes = found.state === 'submitted' ? stillAsked(asked, page) : asked
    const base = found.base as PageChanges
    const author = found.accountId ? await accountById(found.accountId) : undefined
    const decider = found.decidedBy ? await accountById(found.decidedBy) : undefined
    const isOpen = found.state === 'submitted'
    return {
      id,
      organisationId: row!.id,
      organisation: row!.name,
      origin: found.origin,
      author: author?.name ?? found.author,
      email: author?.email ?? found.replyTo,
      note: found.note,
      state: found.state,
      reason: found.reason,
      taken: found.taken,
      submittedAt: found.submittedAt ?? found.createdAt,
      decidedAt: found.decidedAt,
      decider: decider?.name ?? null,
      stamp: stampOf(page),
      own,
      fields: fieldsOf(changes).map((field) => ({
        field,
        base: base[field] ?? null,
        now: isOpen ? page[field] : (base[field] ?? null),
        proposed: changes[field] ?? null,
        state: isOpen ? stateOf(field, base, changes, page) : ('new' as const),
      })),
    }
  })
}

export const proposalsToDecide: TodoProvider = {
  name: 'proposals',
  rule: crm['page:decide'],
  all: 'propositions',
  find: async (tx, ctx, most) => {
    const lines = (await linesOf(tx, ctx, false, most)).map(
      ({ id, organisation: title, origin, submittedAt }) => ({
        kind: origin === 'visitor' ? 'page_correction' : 'page_proposed',
        title,
        since: new Date(submittedAt).toISOString(),
        path: `propositions/${id}`,
      }),
    )
    return { lines, total: await countWaiting(tx, ctx) }
  },
}
