import { and, eq, isNull } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierEditor, dossierStart } from '#db/schema/dispositifs/holder.ts'
import { accountAtAddress, giveGrant, openSession } from '#server/identity/public.ts'
import { record } from '#server/kernel/audit.ts'
import { type Context, type NetworkContext, requireNetwork } from '#server/kernel/context.ts'
import { peekPublicLink, spendPublicLink } from '#server/kernel/link/public-link.server.ts'
import { nameOfDossier } from '../dossier/names-of.server.ts'
import { holderLinkSpent } from '../errors.ts'
import { beginDossier } from './begin-dossier.server.ts'

const PURPOSES = ['dossier_start', 'dossier_editor'] as const

/** What the page of a link says before its button: programs that read mails open links too. */
export async function holderLinkShown(ctx: Context, token: string) {
  requireNetwork(ctx)
  return inNetwork(ctx, async (tx) => {
    const link = await peekPublicLink(tx, ctx, token)
    if (!link || link.usedAt || !PURPOSES.some((one) => one === link.purpose)) return null
    if (link.purpose === 'dossier_start')
      return { what: 'start' as const, email: (await startOf(tx, ctx, link.subjectId))?.email ?? '' }
    const editor = await promisedOf(tx, ctx, link.subjectId)
    if (!editor) return null
    return {
      what: 'editor' as const,
      email: editor.email,
      dossier: await nameOfDossier(tx, ctx, editor.dossierId),
    }
  })
}

const startOf = async (tx: Transaction, ctx: NetworkContext, id: string) =>
  (
    await tx
      .select()
      .from(dossierStart)
      .where(and(eq(dossierStart.networkId, ctx.network.id), eq(dossierStart.id, id)))
  )[0]

const promisedOf = async (tx: Transaction, ctx: NetworkContext, id: string) =>
  (
    await tx
      .select()
      .from(dossierEditor)
      .where(
        and(
          eq(dossierEditor.networkId, ctx.network.id),
          eq(dossierEditor.id, id),
          isNull(dossierEditor.removedAt),
        ),
      )
  )[0]

/**
 * The button: the address is proven, its account found or made, and signed in as by any link of ours; the
 * dossier is begun, or joined. Of two clicks at once, one does it.
 */
export async function useHolderLink(ctx: Context, token: string, formerCookie: string | null) {
  requireNetwork(ctx)
  const { account, dossierId, opens } = await inNetwork(ctx, async (tx) => {
    const link = await spendPublicLink(tx, ctx, token, [...PURPOSES])
    if (!link) throw holderLinkSpent()
    return link.purpose === 'dossier_start' ? begun(tx, ctx, link.subjectId) : joined(tx, ctx, link.subjectId)
  })
  const path = `/${ctx.network.slug}/espace/dossiers/${dossierId}`
  if (!opens) return { path, cookie: null, awaitsPasskey: false }
  if (ctx.account?.id === account.id) return { path, cookie: null, awaitsPasskey: false }
  return { path, ...(await openSession(account.id, ctx, formerCookie, { event: 'signed_in_by_link' })) }
}

async function begun(tx: Transaction, ctx: NetworkContext, id: string) {
  const start = await startOf(tx, ctx, id)
  if (!start || start.dossierId) throw holderLinkSpent()
  const { email, name, locale, sessionId, title, organisation, identifier, kind } = start
  const account = await accountAtAddress(tx, { email, name, locale })
  const given = { title, organisation, identifier, kind }
  const made = await beginDossier(tx, { ...ctx, account }, sessionId, given, null)
  await tx
    .update(dossierStart)
    .set({ dossierId: made.id, organisationId: made.organisationId })
    .where(and(eq(dossierStart.networkId, ctx.network.id), eq(dossierStart.id, id)))
  return { account, dossierId: made.id, opens: true }
}

async function joined(tx: Transaction, ctx: NetworkContext, id: string) {
  const editor = await promisedOf(tx, ctx, id)
  if (!editor) throw holderLinkSpent()
  const { email, name, dossierId, addedBy } = editor
  const account = await accountAtAddress(tx, {
    email,
    name: name || email.split('@')[0]!,
    locale: ctx.locale,
  })
  const now = ctx.clock.now()
  await tx
    .update(dossierEditor)
    .set({ accountId: account.id, joinedAt: now, seenAt: now })
    .where(and(eq(dossierEditor.networkId, ctx.network.id), eq(dossierEditor.id, id)))
  await giveGrant(tx, ctx, { accountId: account.id, role: 'holder', givenBy: addedBy })
  await record(
    tx,
    { ...ctx, account },
    { action: 'dossier.joined', objectType: 'dossier', objectId: dossierId },
  )
  // An invitation lives for days: it opens a new account, and who has one signs in.
  return { account, dossierId, opens: account.isNew }
}
