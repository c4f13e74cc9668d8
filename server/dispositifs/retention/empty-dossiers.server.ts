import { type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { recordAll } from '#server/kernel/audit.ts'
import { type Clock, systemClock } from '#server/kernel/clock.ts'
import { type NetworkContext, unattended } from '#server/kernel/context.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { everyNetwork } from '#server/kernel/networks.ts'
import { printOfNumber } from './emptied-numbers.server.ts'
import { EMPTIED } from './tables-of-dossier.ts'

const AT_ONCE = 200

/** Money is still owed or a report awaited: somebody closes them first. */
const IN_HAND = ['financed', 'advance_paid', 'done', 'report_received']

/** Empties the dossiers whose session has kept them long enough, a few hundred at a time. Gives how many. */
export async function emptyOldDossiers(clock: Clock): Promise<number> {
  let emptied = 0
  for (const network of everyNetwork()) {
    const ctx: NetworkContext = { ...unattended('dispositifs.empty-dossiers'), network, clock }
    for (let some = AT_ONCE; some === AT_ONCE; emptied += some)
      some = await inNetwork(ctx, (tx) => emptySome(tx, ctx))
  }
  return emptied
}

async function emptySome(tx: Transaction, ctx: NetworkContext): Promise<number> {
  const now = sql`${ctx.clock.now().toISOString()}::timestamptz`
  const here = sql`network_id = ${ctx.network.id}`
  const { rows } = await tx.execute<{ id: string }>(sql`
    select d.id from dossier d
      join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
    where d.network_id = ${ctx.network.id} and d.emptied_at is null
      and d.state <> all (${sql.param(IN_HAND)}::text[])
      and s.closes_at + s.retention_months * interval '1 month' < ${now}
    order by d.id limit ${AT_ONCE} for update of d`)
  if (rows.length === 0) return 0
  const ids = sql`any (${sql.param(rows.map(({ id }) => id))}::uuid[])`
  const run = (statement: SQL) => tx.execute(statement)
  await run(sql`update stored_file set deleted_at = ${now} where ${here} and deleted_at is null
    and id in (select file_id from dossier_file where ${here} and dossier_id = ${ids})`)
  for (const table of EMPTIED)
    await run(sql`delete from ${sql.identifier(table)} where ${here} and dossier_id = ${ids}`)
  await run(sql`update dossier_move set account_id = null, reason = '' where ${here} and dossier_id = ${ids}`)
  await run(sql`
    update dossier set answers = '{}', title = '', emptied_number = ${printOfNumber}, external_number = null, external_status = '',
      assignee_id = null, confirmed_by = null, moved_by = null, move_reason = '', emptied_at = ${now}, version = version + 1,
      updated_at = ${now}
    where ${here} and id = ${ids}`)
  await recordAll(
    tx,
    ctx,
    rows.map(({ id }) => ({ action: 'dossier.emptied', objectType: 'dossier', objectId: id })),
  )
  return rows.length
}

export const emptyDossiers: ScheduledJob = {
  name: 'dispositifs.empty-dossiers',
  cron: '41 3 * * *',
  run: async () => {
    await emptyOldDossiers(systemClock)
  },
}
