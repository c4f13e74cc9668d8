import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { type Clock, systemClock } from '#server/kernel/clock.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { everyNetwork } from '#server/kernel/networks.ts'
import { IMPORT_KEPT_DAYS } from '../import/kept-days.ts'

/**
 * Files of funders are copies of dossiers: past their day they go, with the lines they were read into, and an
 * import can no longer be undone. Who imported what, when, and how many dossiers it made stays.
 */
export async function forgetImportsPastTheirDay(clock: Clock): Promise<void> {
  const now = clock.now().toISOString()
  for (const network of everyNetwork())
    await inNetwork({ network }, async (tx) => {
      const old = sql`network_id = ${network.id} and forgotten_at is null
        and created_at < ${now}::timestamptz - ${IMPORT_KEPT_DAYS} * interval '1 day'`
      const { rows } = await tx.execute<{ id: string }>(sql`
        update dossier_import set forgotten_at = ${now}::timestamptz, absent = '{}'
        where ${old} and state not in ('reading', 'checking', 'writing') returning id`)
      const ids = sql`any (${sql.param(rows.map(({ id }) => id))}::uuid[])`
      await tx.execute(
        sql`delete from dossier_import_line where network_id = ${network.id} and import_id = ${ids}`,
      )
      await tx.execute(sql`update stored_file set deleted_at = ${now}::timestamptz
        where network_id = ${network.id} and deleted_at is null
          and owner_type = 'dossier_import' and owner_id = ${ids}`)
      await tx.execute(
        sql`update decision_import set rows = '[]', forgotten_at = ${now}::timestamptz where ${old}`,
      )
    })
}

export const forgetDispositifImports: ScheduledJob = {
  name: 'dispositifs.forget-imports',
  cron: '55 3 * * *',
  run: () => forgetImportsPastTheirDay(systemClock),
}
