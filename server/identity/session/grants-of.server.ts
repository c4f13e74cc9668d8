import { sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import type { Grant } from '#server/kernel/context.ts'

export type GrantsInForce = {
  grants: Grant[]
  /** Networks that ask their administrators for a passkey, which this person does not have yet. */
  passkeyWantedBy: number[]
}

/** What a person may do on a day, in every network; an administrator's grant may wait for a passkey. */
export async function grantsOf(accountId: string, day: string): Promise<GrantsInForce> {
  const { rows } = await publicDb().execute<Grant & { waits: boolean }>(sql`
    select g.id, g.network_id as "networkId", g.role, g.profile, g.missions, g.programme_id as "programmeId",
      g.role = 'admin' and coalesce(s.admin_passkey, false)
        and not exists (select 1 from passkey p where p.account_id = g.account_id) as waits
    from account_grant g left join network_setting s on s.network_id = g.network_id
    where g.account_id = ${accountId} and g.revoked_at is null and g.starts_on <= ${day}
      and (g.ends_on is null or g.ends_on >= ${day})`)
  return {
    grants: rows.filter(({ waits }) => !waits).map(({ waits: _, ...grant }) => grant),
    passkeyWantedBy: rows.filter(({ waits }) => waits).map(({ networkId }) => networkId),
  }
}
