import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { notify, notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDossier } from '../dossier/locked-dossier.server.ts'
import { reasonMissing, reviewHandedIn } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { ownDossier } from './own-dossiers.server.ts'
import { passOn } from './pass-on.server.ts'

/** A reader cannot, for want of time: no conflict, but another reads it. What they had noted stays for the team. */
export async function handOver(ctx: Context, dossierId: string, because: string) {
  demand(ctx, dispositifs['instruction:read'])
  const reason = saidOf(because)
  await inNetwork(ctx, async (tx) => {
    const { instructorId, sessionId } = await ownDossier(tx, ctx, dossierId)
    await giveUp(tx, ctx, { dossierId, instructorId, sessionId, reason, taken: false })
    await record(tx, ctx, { action: 'dossier.handed_over', objectType: 'dossier', objectId: dossierId })
    await notifyTeam(tx, ctx, {
      ...{ kind: 'dispositifs.handed_over', params: { name: ctx.account.name } },
      path: `/${ctx.network.slug}/bureau/dispositifs/dossiers/${dossierId}/instruction`,
    })
  })
}

/** The team takes a file back while nothing was handed in; another reads it, and who had it is told. */
export async function takeDossier(ctx: Context, dossierId: string, instructorId: string, because: string) {
  demand(ctx, dispositifs['jury:manage'])
  const reason = saidOf(because)
  await inNetwork(ctx, async (tx) => {
    const { sessionId, title } = await lockDossier(tx, ctx, dossierId)
    await giveUp(tx, ctx, { dossierId, instructorId, sessionId, reason, taken: true })
    await record(tx, ctx, { action: 'dossier.taken_back', objectType: 'dossier', objectId: dossierId })
    const { rows } = await tx.execute<{ accountId: string }>(sql`
      select coalesce(i.account_id, a.id) as "accountId" from instructor i left join account a on a.email = i.email
      where i.network_id = ${ctx.network.id} and i.id = ${instructorId} and coalesce(i.account_id, a.id) is not null`)
    for (const { accountId } of rows)
      await notify(tx, ctx, {
        ...{ accountId, kind: 'dispositifs.taken_back', params: { title, reason } },
        path: `/${ctx.network.slug}/espace/instruction`,
      })
  })
}

function saidOf(because: string): string {
  const reason = because.trim().slice(0, 1000)
  if (reason.length < 3) throw reasonMissing()
  return reason
}

type GivenUp = {
  dossierId: string
  instructorId: string
  sessionId: string
  reason: string
  taken: boolean
}

async function giveUp(tx: Transaction, ctx: StaffContext, one: GivenUp) {
  const pair = sql`network_id = ${ctx.network.id} and dossier_id = ${one.dossierId}
    and instructor_id = ${one.instructorId}`
  const { rows: gone } = await tx.execute(sql`delete from assignment where ${pair} returning 1`)
  if (gone.length === 0) throw notFound()
  // Asked once it is ours: what its reader was handing in meanwhile is in.
  const { rows: said } = await tx.execute(
    sql`select 1 from review where ${pair} and submitted_at is not null`,
  )
  if (said.length > 0) throw reviewHandedIn()
  await tx.execute(sql`
    insert into reading_return (network_id, dossier_id, instructor_id, reason, taken, returned_at, returned_by)
    values (${ctx.network.id}, ${one.dossierId}, ${one.instructorId}, ${one.reason}, ${one.taken},
      ${ctx.clock.now().toISOString()}::timestamptz, ${ctx.account.id})
    on conflict (network_id, dossier_id, instructor_id) do update set reason = excluded.reason,
      taken = excluded.taken, returned_at = excluded.returned_at, returned_by = excluded.returned_by`)
  await passOn(tx, ctx, one.sessionId, [one.dossierId])
}
