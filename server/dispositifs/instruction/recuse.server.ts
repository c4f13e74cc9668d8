import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { ownDossier } from './own-dossiers.server.ts'
import { passOn } from './pass-on.server.ts'

/** One click: the file is theirs no more, another reads it, and the team is told. */
export async function recuse(ctx: Context, dossierId: string, note: string) {
  demand(ctx, dispositifs['instruction:read'])
  await inNetwork(ctx, async (tx) => {
    const { instructorId, sessionId } = await ownDossier(tx, ctx, dossierId)
    const now = ctx.clock.now().toISOString()
    await tx.execute(sql`
      insert into conflict (network_id, dossier_id, instructor_id, reasons, state, recused, note, decided_at, decided_by)
      values (${ctx.network.id}, ${dossierId}, ${instructorId}, '[]', 'confirmed', true, ${note.trim().slice(0, 1000)},
        ${now}::timestamptz, ${ctx.account.id})
      on conflict (network_id, dossier_id, instructor_id) do update set state = 'confirmed', recused = true,
        note = excluded.note, decided_at = excluded.decided_at, decided_by = excluded.decided_by`)
    await tx.execute(sql`delete from assignment a where a.network_id = ${ctx.network.id}
      and a.dossier_id = ${dossierId} and a.instructor_id = ${instructorId}
      and not exists (select from review r where r.network_id = a.network_id and r.dossier_id = a.dossier_id
        and r.instructor_id = a.instructor_id and r.submitted_at is not null)`)
    await passOn(tx, ctx, sessionId, [dossierId])
    await record(tx, ctx, { action: 'dossier.recused', objectType: 'dossier', objectId: dossierId })
    await notifyTeam(tx, ctx, {
      ...{ kind: 'dispositifs.recused', params: { name: ctx.account.name } },
      path: `/${ctx.network.slug}/bureau/dispositifs/dossiers/${dossierId}/instruction`,
    })
  })
}
