import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { registration } from '#db/schema/crm/page.ts'
import { makeRepresentative } from '#server/identity/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { demand } from '#server/kernel/permissions.ts'
import { reasonMissing, registrationUnfit } from '../errors.ts'
import { registrationMail } from '../mails/registration-mail.tsx'
import { createOrganisation } from '../organisation/create-organisation.server.ts'
import { lockOrganisation } from '../organisation/locked-organisation.server.ts'
import { organisationInput } from '../organisation/organisation.schema.ts'
import { crm } from '../permissions.ts'

export type Registration = typeof registration.$inferSelect
export type RegistrationDecision =
  | { decision: 'created' }
  | { decision: 'tied'; organisationId: string }
  | { decision: 'refused'; reason: string }

/** The team makes the record, ties the request to one that exists, or says why not. Of two answers, one stands. */
export async function decideRegistration(ctx: Context, id: string, decision: RegistrationDecision) {
  demand(ctx, crm['page:decide'])
  if (decision.decision === 'refused' && !decision.reason) throw reasonMissing()
  return inNetwork(ctx, async (tx) => {
    const asked = await lockWaiting(tx, ctx, id)
    const organisationId = await recordOf(ctx, tx, asked, decision)
    const reason = decision.decision === 'refused' ? decision.reason : null
    await tx
      .update(registration)
      .set({
        decision: decision.decision,
        decidedAt: ctx.clock.now(),
        decidedBy: ctx.account.id,
        reason,
        organisationId,
      })
      .where(and(eq(registration.networkId, ctx.network.id), eq(registration.id, id)))
    await record(tx, ctx, {
      action: `registration.${decision.decision}`,
      objectType: 'registration',
      objectId: id,
      changes: { name: asked.name, ...(reason ? { reason } : {}) },
    })
    await answer(tx, ctx, asked, organisationId, reason)
    return { organisationId }
  })
}

async function lockWaiting(tx: Transaction, ctx: StaffContext, id: string): Promise<Registration> {
  const [found] = await tx
    .select()
    .from(registration)
    .where(
      and(
        eq(registration.networkId, ctx.network.id),
        eq(registration.id, id),
        isNotNull(registration.confirmedAt),
        isNull(registration.decidedAt),
      ),
    )
    .for('update')
  if (!found) throw notFound()
  return found
}

async function recordOf(
  ctx: StaffContext,
  tx: Transaction,
  asked: Registration,
  decision: RegistrationDecision,
): Promise<string | null> {
  if (decision.decision === 'refused') return null
  if (decision.decision === 'tied') return (await lockOrganisation(tx, ctx, decision.organisationId)).id
  const { name, kind, subkind, insee, postalCode, siren, rna, website, description } = asked
  const input = organisationInput.safeParse({
    name,
    kind,
    subkind,
    insee,
    postalCode,
    siren,
    rna,
    website,
    description,
  })
  // Kept since before a rule that it does not follow: the team writes the record itself, and ties it.
  if (!input.success) throw registrationUnfit(input.error.issues.map(({ message }) => message))
  return (await createOrganisation(ctx, input.data)).id
}

async function answer(
  tx: Transaction,
  ctx: StaffContext,
  asked: Registration,
  organisationId: string | null,
  reason: string | null,
) {
  const { contactName: name, contactEmail: email, locale } = asked
  if (organisationId) {
    const asking = { accountId: null, name, email, locale }
    const { hasAccount } = await makeRepresentative(tx, ctx, asking, [organisationId])
    // Whoever has no account yet is written to by the invitation, which opens one.
    if (!hasAccount) return
  }
  await queueMail(tx, registrationMail, {
    to: email,
    locale,
    networkId: ctx.network.id,
    props: {
      network: nameOf(ctx.network),
      organisation: asked.name,
      accepted: organisationId !== null,
      reason: reason ?? '',
      link: `/${ctx.network.slug}/${organisationId ? `espace/structures/${organisationId}` : ''}`,
    },
  })
}
