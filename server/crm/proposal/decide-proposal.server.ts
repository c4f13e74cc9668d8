import { and, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { pageProposal } from '#db/schema/crm/page.ts'
import { accountById } from '#server/identity/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { conflictOpen, pageChanged, reasonMissing } from '../errors.ts'
import { proposalMail } from '../mails/proposal-mail.tsx'
import { lockOrganisation, type OrganisationRow } from '../organisation/locked-organisation.server.ts'
import { stampOf } from '../page/keeper.server.ts'
import { fieldsOf, type PageChanges, type PageField, stateOf, stillAsked } from '../page/page.ts'
import { pageNow } from '../page/page-own-fields.server.ts'
import { writePage } from '../page/write-page.server.ts'
import { crm } from '../permissions.ts'
import { changesIn, type Proposal } from './own-proposal.server.ts'

export type ProposalDecision = {
  /** The page as whoever decides saw it. */
  stamp: string
  take: string[]
  /** Fields that two changed, where theirs stays. */
  leave: string[]
  reason: string
}

/**
 * The team takes all of a proposal, some of it, or nothing, and says why where something is left. A field
 * changed meanwhile by somebody else is asked about; the others follow.
 */
export async function decideProposal(ctx: Context, id: string, decision: ProposalDecision) {
  demand(ctx, crm['page:decide'])
  return inNetwork(ctx, async (tx) => {
    const { proposal, row } = await lockBoth(tx, ctx, id)
    const page = await pageNow(tx, ctx, row)
    if (decision.stamp !== stampOf(page)) throw pageChanged([])
    const changes = stillAsked(changesIn(proposal), page)
    const states = fieldsOf(changes).map((field) => ({
      field,
      state: stateOf(field, proposal.base as PageChanges, changes, page),
    }))
    const open = states.filter(
      ({ field, state }) =>
        state === 'conflict' && !decision.take.includes(field) && !decision.leave.includes(field),
    )
    if (open.length > 0) throw conflictOpen(open.map(({ field }) => field))
    const taken = fieldsOf(changes).filter((field) => decision.take.includes(field))
    const left = states.filter(({ field, state }) => state !== 'done' && !taken.includes(field))
    if (left.length > 0 && !decision.reason) throw reasonMissing()
    await take(tx, ctx, row, changes, taken)
    const published = taken.length > 0 || left.length === 0
    await close(tx, ctx, proposal, published ? 'published' : 'refused', taken, decision.reason)
    await answer(tx, ctx, proposal, row.name, {
      published,
      whole: left.length === 0,
      reason: decision.reason,
    })
  })
}

/** What a visitor wrote is not applied field by field: the team answers, having corrected the page or not. */
export async function answerCorrection(ctx: Context, id: string, done: boolean, reason: string) {
  demand(ctx, crm['page:decide'])
  if (!done && !reason) throw reasonMissing()
  return inNetwork(ctx, async (tx) => {
    const { proposal, row } = await lockBoth(tx, ctx, id)
    if (proposal.origin !== 'visitor') throw notFound()
    await close(tx, ctx, proposal, done ? 'published' : 'refused', [], reason)
    await answer(tx, ctx, proposal, row.name, { published: done, whole: done, reason })
  })
}

/** The organisation first, as its own people do who write a proposal: neither waits for what the other holds. */
async function lockBoth(tx: Transaction, ctx: StaffContext, id: string) {
  const [of] = await tx
    .select({ organisationId: pageProposal.organisationId })
    .from(pageProposal)
    .where(and(eq(pageProposal.networkId, ctx.network.id), eq(pageProposal.id, id)))
  if (!of) throw notFound()
  const row = await lockOrganisation(tx, ctx, of.organisationId)
  return { row, proposal: await lockProposal(tx, ctx, id) }
}

async function lockProposal(tx: Transaction, ctx: StaffContext, id: string): Promise<Proposal> {
  const [found] = await tx
    .select()
    .from(pageProposal)
    .where(
      and(
        eq(pageProposal.networkId, ctx.network.id),
        eq(pageProposal.id, id),
        eq(pageProposal.state, 'submitted'),
      ),
    )
    .for('update')
  if (!found) throw notFound()
  return found
}

async function take(
  tx: Transaction,
  ctx: StaffContext,
  row: OrganisationRow,
  changes: PageChanges,
  taken: PageField[],
) {
  if (taken.length === 0) return
  const chosen = Object.fromEntries(taken.map((field) => [field, changes[field]])) as PageChanges
  // Whoever represents it said so: what they proposed was right on that day.
  await writePage(tx, ctx, row, { ...chosen, verifiedAt: ctx.clock.now() }, 'organisation.updated')
}

async function close(
  tx: Transaction,
  ctx: StaffContext,
  proposal: Proposal,
  state: 'published' | 'refused',
  taken: PageField[],
  reason: string,
) {
  await tx
    .update(pageProposal)
    .set({
      state,
      taken,
      reason: reason || null,
      decidedAt: ctx.clock.now(),
      decidedBy: ctx.account.id,
    })
    .where(and(eq(pageProposal.networkId, ctx.network.id), eq(pageProposal.id, proposal.id)))
  await record(tx, ctx, {
    action: state === 'published' ? 'page.proposal_taken' : 'page.proposal_refused',
    objectType: 'organisation',
    objectId: proposal.organisationId,
    changes: reason ? { reason } : {},
  })
}

type Answered = { published: boolean; whole: boolean; reason: string }

/** A mail to who has none of our pages open, and a notice to who has an account. */
async function answer(
  tx: Transaction,
  ctx: StaffContext,
  proposal: Proposal,
  organisation: string,
  { published, whole, reason }: Answered,
) {
  const { network } = ctx
  const author = proposal.accountId ? await accountById(proposal.accountId) : undefined
  const to = author?.email ?? proposal.replyTo
  const path = author ? `/${network.slug}/espace/structures/${proposal.organisationId}` : `/${network.slug}`
  if (author)
    await notify(tx, ctx, {
      accountId: author.id,
      kind: published ? 'crm.proposal_taken' : 'crm.proposal_refused',
      params: { organisation },
      path,
    })
  if (!to) return
  await queueMail(tx, proposalMail, {
    to,
    locale: author?.locale ?? proposal.locale,
    networkId: network.id,
    props: { network: nameOf(network), organisation, published, whole, reason, link: path },
  })
}
