import { and, desc, eq, inArray } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { pageProposal } from '#db/schema/crm/page.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import { nothingProposed, pageChanged } from '../errors.ts'
import type { OrganisationRow } from '../organisation/locked-organisation.server.ts'
import { keeping, stampOf } from '../page/keeper.server.ts'
import {
  baseOf,
  changesOf,
  fieldsOf,
  type PageChanges,
  type PageValues,
  stateOf,
  stillAsked,
} from '../page/page.ts'
import { pageNow } from '../page/page-own-fields.server.ts'
import { rulesOf } from '../page/page-rules.server.ts'
import { writePage } from '../page/write-page.server.ts'

export type Proposal = typeof pageProposal.$inferSelect
export type Proposed = { page: PageValues; note: string; stamp: string }
/** Read back as it was checked when it was written. */
export const changesIn = ({ proposed }: Pick<Proposal, 'proposed'>) => proposed as PageChanges

const OPEN = ['draft', 'submitted'] as const

/** What this person is preparing, or has sent, and nobody answered. */
export async function openProposal(tx: Transaction, ctx: StaffContext, organisationId: string) {
  const [found] = await tx
    .select()
    .from(pageProposal)
    .where(
      and(
        eq(pageProposal.networkId, ctx.network.id),
        eq(pageProposal.organisationId, organisationId),
        eq(pageProposal.accountId, ctx.account.id),
        inArray(pageProposal.state, [...OPEN]),
      ),
    )
  return found ?? null
}

/** The last ones that were answered, whoever of the organisation proposed them. */
export async function answeredProposals(tx: Transaction, ctx: StaffContext, organisationId: string) {
  return tx
    .select()
    .from(pageProposal)
    .where(
      and(
        eq(pageProposal.networkId, ctx.network.id),
        eq(pageProposal.organisationId, organisationId),
        inArray(pageProposal.state, ['published', 'refused']),
        inArray(pageProposal.origin, ['member', 'verification']),
      ),
    )
    .orderBy(desc(pageProposal.decidedAt))
    .limit(10)
}

/** Keeps what was typed, for its author alone; what the team was sent stays sent, as it is now typed. */
export async function saveProposal(ctx: Context, organisationId: string, proposed: Proposed) {
  return keeping(ctx, organisationId, async (tx, keeper, row) => {
    const sent = (await openProposal(tx, keeper, organisationId))?.state === 'submitted'
    await write(tx, keeper, row, proposed, sent ? 'submitted' : 'draft')
    return { sent }
  })
}

export type Submitted = { id: string; published: boolean }

/** Hands it to the team, as typed or as its draft stands; where the network chose so, the page follows at once and the team is told. */
export async function submitProposal(
  ctx: Context,
  organisationId: string,
  typed: Proposed | null,
): Promise<Submitted> {
  return keeping(ctx, organisationId, async (tx, keeper, row) => {
    const rules = await rulesOf(tx, keeper)
    const proposed = typed ?? (await draftAsTyped(tx, keeper, row))
    const id = await write(tx, keeper, row, proposed, 'submitted')
    const [sent] = await tx.select().from(pageProposal).where(thisProposal(keeper, id))
    const published = rules.proposalsAtOnce
    if (published) await publishAtOnce(tx, keeper, row, sent!)
    else
      await record(tx, keeper, {
        action: 'page.proposed',
        objectType: 'organisation',
        objectId: organisationId,
        changes: { fields: fieldsOf(changesIn(sent!)) },
      })
    await notifyTeam(tx, keeper, {
      kind: published ? 'crm.published_by_member' : 'crm.proposed',
      params: { name: keeper.account.name, organisation: row.name },
      path: `/${keeper.network.slug}/bureau/propositions/${id}`,
    })
    return { id, published }
  })
}

/** Given up before the team answered. */
export async function discardProposal(ctx: Context, organisationId: string) {
  return keeping(ctx, organisationId, async (tx, keeper) => {
    const open = await openProposal(tx, keeper, organisationId)
    if (!open) throw notFound()
    await tx.delete(pageProposal).where(thisProposal(keeper, open.id))
  })
}

async function draftAsTyped(tx: Transaction, ctx: StaffContext, row: OrganisationRow): Promise<Proposed> {
  const open = await openProposal(tx, ctx, row.id)
  if (!open) throw notFound()
  const page = await pageNow(tx, ctx, row)
  const overtaken = conflictsOf(open, page)
  if (overtaken.length > 0) throw pageChanged(overtaken)
  return { page: { ...page, ...stillAsked(changesIn(open), page) }, note: open.note, stamp: stampOf(page) }
}

/** The fields of a proposal that somebody else changed since it was begun. */
export function conflictsOf(proposal: Proposal, page: PageValues) {
  const changes = stillAsked(changesIn(proposal), page)
  const base = proposal.base as PageChanges
  return fieldsOf(changes).filter((field) => stateOf(field, base, changes, page) === 'conflict')
}

const thisProposal = (ctx: StaffContext, id: string) =>
  and(eq(pageProposal.networkId, ctx.network.id), eq(pageProposal.id, id))

async function write(
  tx: Transaction,
  ctx: StaffContext,
  row: OrganisationRow,
  { page, note, stamp }: Proposed,
  state: 'draft' | 'submitted',
): Promise<string> {
  const now = await pageNow(tx, ctx, row)
  // Typed over a page that is no longer: what was left untouched would undo somebody's change.
  if (stamp !== stampOf(now)) throw pageChanged([])
  const proposed = changesOf(now, page)
  if (Object.keys(proposed).length === 0) throw nothingProposed()
  const at = ctx.clock.now()
  const fields = {
    proposed,
    base: baseOf(now, proposed),
    baseVersion: row.version,
    note,
    state,
    updatedAt: at,
    submittedAt: state === 'submitted' ? at : null,
  }
  const open = await openProposal(tx, ctx, row.id)
  if (open) {
    await tx.update(pageProposal).set(fields).where(thisProposal(ctx, open.id))
    return open.id
  }
  const id = v7()
  await tx.insert(pageProposal).values({
    ...fields,
    networkId: ctx.network.id,
    id,
    organisationId: row.id,
    accountId: ctx.account.id,
    locale: ctx.locale,
    createdAt: at,
  })
  return id
}

async function publishAtOnce(tx: Transaction, ctx: StaffContext, row: OrganisationRow, sent: Proposal) {
  const at = ctx.clock.now()
  await writePage(tx, ctx, row, { ...changesIn(sent), verifiedAt: at }, 'organisation.updated')
  await tx
    .update(pageProposal)
    .set({ state: 'published', taken: fieldsOf(changesIn(sent)), decidedAt: at })
    .where(thisProposal(ctx, sent.id))
}
