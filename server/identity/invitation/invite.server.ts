import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { invitation } from '#db/schema/identity.ts'
import { days } from '#packages/referentials/dates.ts'
import { record } from '#server/kernel/audit.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { demand } from '#server/kernel/permissions.ts'
import { DESK_ROLES, type Role } from '#tenants/roles.ts'
import { newToken } from '../door/links.server.ts'
import { hasAccess, pastDate, roleElsewhere } from '../errors.ts'
import { grantInForce } from '../grant/in-force.ts'
import { invitationMail } from '../mails/invitation-mail.tsx'
import { identity } from '../permissions.ts'
import type { InvitationInput } from './invitation.schema.ts'

const DAYS = 14

type Promised = Pick<
  typeof invitation.$inferInsert,
  'email' | 'role' | 'profile' | 'missions' | 'organisationIds' | 'programmeId' | 'endsOn' | 'locale'
> & { /** One that takes another's place is as old as the first. */ createdAt?: Date }

/** Writes to somebody that a role awaits them; the link opens the place of that role. */
export async function invite(ctx: Context, input: InvitationInput): Promise<{ id: string }> {
  const { organisationId, ...promised } = input
  demand(ctx, identity[organisationId ? 'representative:manage' : 'team:manage'])
  if (input.endsOn && input.endsOn < today(ctx.clock, ctx.network.timeZone)) throw pastDate()
  return inNetwork(ctx, async (tx) => {
    const organisationIds = organisationId ? [organisationId] : []
    if (await hasRole(tx, ctx, promised.email, promised.role, organisationIds)) throw hasAccess()
    const { id } = await writeInvitation(tx, ctx, { ...promised, organisationIds }, ctx.account)
    return { id }
  })
}

/** Whoever has this role already, for these organisations if it is for some, is not invited to it again. */
async function hasRole(
  tx: Transaction,
  ctx: NetworkContext,
  email: string,
  role: Role,
  organisationIds: string[],
) {
  const { rows } = await tx.execute(sql`
    select 1 from account_grant g join account a on a.id = g.account_id
    where g.network_id = ${ctx.network.id} and a.email = ${email} and g.role = ${role} and ${grantInForce(ctx)}
      and ${sql.param(organisationIds)}::uuid[] <@ array(select organisation_id from grant_organisation l
        where l.network_id = g.network_id and l.grant_id = g.id) limit 1`)
  return rows.length > 0
}

export async function writeInvitation(
  tx: Transaction,
  ctx: NetworkContext,
  promised: Promised,
  by: { id: string; name: string } | null,
) {
  const { network, clock } = ctx
  // The observatory is the conference's.
  if (promised.role === 'observatory' && network.kind !== 'conference') throw roleElsewhere()
  const { token, hash } = newToken()
  const id = v7()
  const expiresAt = new Date(clock.now().getTime() + DAYS * 86_400_000)
  const isDesk = (DESK_ROLES as readonly Role[]).includes(promised.role)
  await tx.insert(invitation).values({
    ...promised,
    networkId: network.id,
    id,
    path: `/${network.slug}/${isDesk ? 'bureau' : 'espace'}`,
    tokenHash: hash,
    expiresAt,
    invitedBy: by?.id ?? null,
    createdAt: promised.createdAt ?? clock.now(),
  })
  const link = `/${network.slug}/invitation/${token}`
  const { email, role, locale = 'fr' } = promised
  await queueMail(tx, invitationMail, {
    to: email,
    locale,
    networkId: network.id,
    props: {
      network: nameOf(network),
      by: by?.name ?? null,
      role,
      link,
      until: days(locale, network.timeZone, 'long').format(expiresAt),
    },
  })
  await record(tx, ctx, {
    action: 'invitation.sent',
    objectType: 'invitation',
    objectId: id,
    changes: { email, role },
  })
  return { id, link }
}
