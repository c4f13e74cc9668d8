import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { pageCampaignStop, pageProposal, pageCampaignRecipient as recipient } from '#db/schema/crm/page.ts'
import { organisation } from '#db/schema/crm.ts'
import { record } from '#server/kernel/audit.ts'
import { type Context, type NetworkContext, requireNetwork } from '#server/kernel/context.ts'
import { peekPublicLink, spendPublicLink } from '#server/kernel/link/public-link.server.ts'
import { notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import { nothingProposed, pageChanged, pageLinkSpent } from '../errors.ts'
import { lockOrganisation } from '../organisation/locked-organisation.server.ts'
import { stampOf } from '../page/keeper.server.ts'
import { baseOf, changesOf, fieldsOf, pageOf } from '../page/page.ts'
import { fieldsShown, pageNow } from '../page/page-own-fields.server.ts'
import { writePage } from '../page/write-page.server.ts'
import type { Proposed } from '../proposal/own-proposal.server.ts'
import { markOpened } from './mark-opened.server.ts'

/** What the link of a mail shows: the page of one organisation, or nothing once it was answered or is public no more. */
export async function openVerification(ctx: Context, token: string) {
  requireNetwork(ctx)
  return inNetwork(ctx, async (tx) => {
    const link = await peekPublicLink(tx, ctx, token)
    if (link?.purpose !== 'verification') throw pageLinkSpent()
    if (link.usedAt) return null
    const one = await recipientOf(tx, ctx, link.subjectId)
    await markOpened(tx, ctx.network.id, one.id, ctx.clock.now())
    const [row] = await tx
      .select()
      .from(organisation)
      .where(and(eq(organisation.networkId, ctx.network.id), eq(organisation.id, one.organisationId)))
    if (!row?.publishedAt) throw pageLinkSpent()
    const own = await fieldsShown(tx, ctx, row.kind)
    const page = pageOf(row, own)
    return { name: row.name, page, own, stamp: stampOf(page) }
  })
}

/** « Tout est juste »: the button, which programs that follow links do not press. */
export async function confirmByLink(ctx: Context, token: string) {
  requireNetwork(ctx)
  await inNetwork(ctx, async (tx) => {
    const one = await spend(tx, ctx, token)
    const row = await lockPublished(tx, ctx, one.organisationId)
    const at = ctx.clock.now()
    await writePage(tx, outside(ctx), row, { verifiedAt: at }, 'page.verified', { email: one.email })
    await tx.update(recipient).set({ confirmedAt: at }).where(thisOne(ctx, one.id))
  })
}

/** What is to be corrected goes to the team, as what a representative proposes does. */
export async function correctByLink(ctx: Context, token: string, { page, note, stamp }: Proposed) {
  requireNetwork(ctx)
  await inNetwork(ctx, async (tx) => {
    const one = await spend(tx, ctx, token)
    const row = await lockPublished(tx, ctx, one.organisationId)
    const now = await pageNow(tx, ctx, row)
    if (stamp !== stampOf(now)) throw pageChanged([])
    const proposed = changesOf(now, page)
    if (Object.keys(proposed).length === 0 && !note) throw nothingProposed()
    const at = ctx.clock.now()
    const id = v7()
    await tx.insert(pageProposal).values({
      networkId: ctx.network.id,
      id,
      organisationId: row.id,
      origin: 'verification',
      author: one.email,
      replyTo: one.email,
      locale: ctx.locale,
      proposed,
      base: baseOf(now, proposed),
      baseVersion: row.version,
      note,
      state: 'submitted',
      createdAt: at,
      updatedAt: at,
      submittedAt: at,
    })
    await tx.update(recipient).set({ correctedAt: at }).where(thisOne(ctx, one.id))
    await record(tx, outside(ctx), {
      action: 'page.proposed',
      objectType: 'organisation',
      objectId: row.id,
      changes: { fields: fieldsOf(proposed) },
    })
    await notifyTeam(tx, ctx, {
      kind: 'crm.proposed',
      params: { name: one.email, organisation: row.name },
      path: `/${ctx.network.slug}/bureau/propositions/${id}`,
    })
  })
}

/** « Ne plus m’écrire »: works as long as the link is kept, answered or not. */
export async function stopByLink(ctx: Context, token: string) {
  requireNetwork(ctx)
  await inNetwork(ctx, async (tx) => {
    const link = await peekPublicLink(tx, ctx, token)
    if (link?.purpose !== 'verification' && link?.purpose !== 'stop') throw pageLinkSpent()
    const one = await recipientOf(tx, ctx, link.subjectId)
    const at = ctx.clock.now()
    const addressHash = createHash('sha256').update(one.email).digest('hex')
    await tx
      .insert(pageCampaignStop)
      .values({ networkId: ctx.network.id, addressHash, at })
      .onConflictDoNothing()
    await tx.update(recipient).set({ stoppedAt: at }).where(thisOne(ctx, one.id))
  })
}

/** Nobody is signed in, whoever is in this browser: history says so. */
const outside = (ctx: NetworkContext): NetworkContext => ({ ...ctx, account: null })

const thisOne = (ctx: NetworkContext, id: string) =>
  and(eq(recipient.networkId, ctx.network.id), eq(recipient.id, id))

async function spend(tx: Transaction, ctx: NetworkContext, token: string) {
  const link = await spendPublicLink(tx, ctx, token, ['verification'])
  if (!link) throw pageLinkSpent()
  return recipientOf(tx, ctx, link.subjectId)
}

/** Withdrawn since the mail was written, a page is the team's alone. */
async function lockPublished(tx: Transaction, ctx: NetworkContext, id: string) {
  const row = await lockOrganisation(tx, ctx, id)
  if (!row.publishedAt) throw pageLinkSpent()
  return row
}

async function recipientOf(tx: Transaction, ctx: NetworkContext, id: string) {
  const [found] = await tx.select().from(recipient).where(thisOne(ctx, id))
  if (!found) throw pageLinkSpent()
  return found
}
