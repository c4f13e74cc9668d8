import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { undoBatch } from '../batch/undo-batch.server.ts'
import { importMoved } from '../errors.ts'
import { crm } from '../permissions.ts'
import { type ImportRow, lockImport, setImport } from './import-row.server.ts'

/**
 * Undoes what an import wrote: people first, then records, those that somebody touched since left as they
 * are and named by the batch. One that was stopped in the middle is undone as far as it went.
 */
export async function undoImport(
  ctx: Context,
  id: string,
): Promise<{ batchId: string; workId: string | null }> {
  demand(ctx, crm['import:run'])
  return inNetwork(ctx, async (tx) => {
    const row = await lockImport(tx, ctx, id, ['written', 'writing'])
    if (row.state === 'writing' && !(await isStopped(tx, ctx, row))) throw importMoved(row.state)
    await undoPeople(tx, ctx, row)
    const { workId } = await undoBatch(ctx, row.batchId!, 'import')
    await setImport(tx, ctx, id, { state: 'undone', workId: workId ?? row.workId })
    return { batchId: row.batchId!, workId }
  })
}

async function isStopped(tx: Transaction, ctx: StaffContext, row: ImportRow): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from long_work where network_id = ${ctx.network.id}
    and id = ${row.workId} and state in ('failed', 'cancelled')`)
  return rows.length > 0
}

/** People and positions of records nobody touched since, where nobody changed the person either. */
async function undoPeople(tx: Transaction, ctx: StaffContext, row: ImportRow) {
  const network = ctx.network.id
  const mine = sql`select w.* from organisation_import_line l
    join lateral jsonb_to_recordset(l.people)
      as w("personId" uuid, "positionId" uuid, person jsonb, position jsonb, version int) on true
    join organisation o on o.network_id = l.network_id and o.id = l.organisation_id
    left join change_batch_line b on b.network_id = l.network_id and b.batch_id = ${row.batchId}
      and b.organisation_id = l.organisation_id
    where l.network_id = ${network} and l.import_id = ${row.id} and l.people <> '[]'
      and (b.version is null or b.version = o.version)`
  await tx.execute(sql`with mine as (${mine})
    delete from person_position s using mine m
    where s.network_id = ${network} and s.id = m."positionId" and m.position is null`)
  await tx.execute(sql`with mine as (${mine})
    update person_position s set function = coalesce(m.position ->> 'function', s.function),
      standing = coalesce(m.position ->> 'standing', s.standing)
    from mine m where s.network_id = ${network} and s.id = m."positionId" and m.position <> '{}'`)
  await tx.execute(sql`with mine as (${mine})
    update person p set phone = case when m.person ? 'phone' then m.person ->> 'phone' else p.phone end,
      email = case when m.person ? 'email' then m.person ->> 'email' else p.email end,
      version = p.version + 1, updated_at = ${ctx.clock.now().toISOString()}::timestamptz
    from mine m where p.network_id = ${network} and p.id = m."personId" and m.person <> '{}' and p.version = m.version`)
  await tx.execute(sql`with mine as (${mine})
    delete from person p using mine m
    where p.network_id = ${network} and p.id = m."personId" and m.person is null and p.version = m.version
      and not exists (select from person_position s where s.network_id = ${network} and s.person_id = p.id)`)
}
