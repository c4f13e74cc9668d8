import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { boundSql } from '#server/identity/public.ts'
import type { Locale, NetworkContext } from '#server/kernel/context.ts'

export type SponsorPerson = { id: string; name: string; email: string; locale: Locale }

/** Who acts today for an organisation that sponsors. */
export async function peopleOfSponsor(
  tx: Transaction,
  ctx: NetworkContext,
  organisationId: string,
): Promise<SponsorPerson[]> {
  const { rows } = await tx.execute<SponsorPerson>(sql`
    select distinct on (b.account_id) b.account_id as id, b.name, b.email, b.locale
    from (${boundSql(ctx)}) b where b.organisation_id = ${organisationId} and b.role = 'sponsor'
    order by b.account_id`)
  return rows
}

/** Who was invited to act for it, and has not come yet. */
export async function invitedToSponsor(
  tx: Transaction,
  ctx: NetworkContext,
  organisationId: string,
): Promise<string[]> {
  const { rows } = await tx.execute<{ email: string }>(sql`
    select distinct i.email from invitation i
    where i.network_id = ${ctx.network.id} and i.role = 'sponsor' and ${organisationId}::uuid = any (i.organisation_ids)
      and i.accepted_at is null and i.withdrawn_at is null
      and i.expires_at > ${ctx.clock.now().toISOString()}::timestamptz
    order by i.email`)
  return rows.map(({ email }) => email)
}

/** Dossiers `d` that a person sponsors: of an organisation they are bound to, and once its holder has sent them. */
export const sponsoredBy = (ctx: NetworkContext, accountId: string) => sql`
  d.network_id = ${ctx.network.id} and d.state <> 'merged' and (d.state <> 'draft' or d.moves > 0)
  and d.sponsor_id in (select b.organisation_id from (${boundSql(ctx)}) b
    where b.account_id = ${accountId} and b.role = 'sponsor')`
