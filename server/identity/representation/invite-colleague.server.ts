import { and, eq, isNull, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { account, invitation, representationRequest as request } from '#db/schema/identity.ts'
import { record } from '#server/kernel/audit.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import { alreadyAsked, alreadyRepresents } from '../errors.ts'
import { writeInvitation } from '../invitation/invite.server.ts'
import type { ColleagueInput } from './representation.schema.ts'
import { representativesSql } from './representatives.server.ts'
import { represents } from './standing.server.ts'

type Given = { organisation: { id: string; name: string }; needsTeam: boolean }

/**
 * A representative invites a colleague for the same organisation: at once, or once the team agrees where
 * the network wants it. The team is told either way. The caller has seen that they represent it.
 */
export async function inviteColleague(
  tx: Transaction,
  ctx: StaffContext,
  input: ColleagueInput,
  { organisation, needsTeam }: Given,
): Promise<{ asked: boolean }> {
  const { email, name, jobTitle } = input
  const [known] = await tx.select({ id: account.id }).from(account).where(eq(account.email, email))
  if (known && (await represents(tx, ctx, organisation.id, known.id))) throw alreadyRepresents()
  if (await isAwaited(tx, ctx, organisation.id, email)) throw alreadyAsked()
  if (needsTeam)
    await tx.insert(request).values({
      networkId: ctx.network.id,
      id: v7(),
      organisationId: organisation.id,
      accountId: known?.id ?? null,
      name,
      email,
      jobTitle,
      locale: ctx.locale,
      askedAt: ctx.clock.now(),
      confirmedAt: ctx.clock.now(),
      invitedBy: ctx.account.id,
    })
  else {
    const promised = {
      email,
      role: 'member',
      organisationIds: [organisation.id],
      locale: ctx.locale,
    } as const
    await writeInvitation(tx, ctx, { ...promised, organisationIds: [organisation.id] }, ctx.account)
  }
  await record(tx, ctx, {
    action: 'representation.colleague_invited',
    objectType: 'organisation',
    objectId: organisation.id,
    changes: { person: name },
  })
  await notifyTeam(tx, ctx, {
    kind: needsTeam ? 'identity.colleague_asked' : 'identity.colleague_invited',
    params: { name: ctx.account.name, colleague: name, organisation: organisation.name },
    path: needsTeam
      ? `/${ctx.network.slug}/bureau/demandes`
      : `/${ctx.network.slug}/bureau/structures/${organisation.id}`,
  })
  return { asked: needsTeam }
}

async function isAwaited(tx: Transaction, ctx: StaffContext, organisationId: string, email: string) {
  const [asked] = await tx
    .select({ id: request.id })
    .from(request)
    .where(
      and(
        eq(request.networkId, ctx.network.id),
        eq(request.organisationId, organisationId),
        eq(request.email, email),
        isNull(request.decidedAt),
      ),
    )
  if (asked) return true
  const [invited] = await tx
    .select({ id: invitation.id })
    .from(invitation)
    .where(
      and(
        eq(invitation.networkId, ctx.network.id),
        eq(invitation.email, email),
        sql`${organisationId}::uuid = any (${invitation.organisationIds})`,
        isNull(invitation.acceptedAt),
        isNull(invitation.withdrawnAt),
        sql`${invitation.expiresAt} > ${ctx.clock.now().toISOString()}::timestamptz`,
      ),
    )
  return invited !== undefined
}

export type Colleague = { id: string; name: string; email: string; since: string | null }

/** Who keeps the page with them, and who was invited and has not come yet. */
export async function colleaguesOf(tx: Transaction, ctx: StaffContext, organisationId: string) {
  const { rows } = await tx.execute<Colleague>(sql`
    select m.account_id as id, m.name, m.email, m.starts_on::text as since
    from (${representativesSql(ctx)}) m where m.organisation_id = ${organisationId}
    union all
    select i.id, '', i.email, null from invitation i
    where i.network_id = ${ctx.network.id} and ${organisationId}::uuid = any (i.organisation_ids)
      and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > ${ctx.clock.now().toISOString()}::timestamptz
    union all
    select r.id, r.name, r.email, null from representation_request r
    where r.network_id = ${ctx.network.id} and r.organisation_id = ${organisationId}
      and r.invited_by is not null and r.decided_at is null
    order by 4 nulls last, 2`)
  return rows
}
