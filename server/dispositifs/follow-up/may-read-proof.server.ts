import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { may } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { sponsoredBy } from '../sponsor/sponsors-people.server.ts'

/** Who may read the proof of a payment: the team, the people of its sponsor, and who writes the dossier. */
export async function mayReadProof(ctx: StaffContext, paymentId: string): Promise<boolean> {
  if (may(ctx, dispositifs['dossier:read'])) return true
  const [sponsors, holds] = [may(ctx, dispositifs['sponsorship:own']), may(ctx, dispositifs['dossier:hold'])]
  if (!ctx.network.modules.includes('dispositifs') || !(sponsors || holds)) return false
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute(sql`
      select from dossier_payment p
        join dossier d on d.network_id = p.network_id and d.id = p.dossier_id
      where p.network_id = ${ctx.network.id} and p.id = ${paymentId}
        and ((${sponsors} and ${sponsoredBy(ctx, ctx.account.id)}) or ${holds} and exists (select from dossier_editor e
          where e.network_id = d.network_id and e.dossier_id = d.id and e.account_id = ${ctx.account.id}
            and e.removed_at is null))`),
  )
  return rows.length > 0
}
