import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { type Clock, systemClock } from '#server/kernel/clock.ts'
import { type NetworkContext, unattended } from '#server/kernel/context.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { everyNetwork } from '#server/kernel/networks.ts'
import { FINANCED, INSTRUCTED } from '../figures/what-counts.ts'

const OPINED = INSTRUCTED.filter((state) => state !== 'instructed')

/** What this network tells the others of its part of a call held together, or of all of them. */
export async function refreshFrames(tx: Transaction, ctx: NetworkContext, sessionId: string | null = null) {
  await tx.execute(sql`
    insert into session_frame_listing (network_id, id, shared_key, code, name, year, opens_at, closes_at,
      time_zone, actions_from, actions_to, steps, deposited, opined, financed, updated_at)
    select s.network_id, s.id, s.shared_key, d.code, s.name, s.year, s.opens_at, s.closes_at,
      s.time_zone, s.actions_from, s.actions_to, s.steps,
      count(f.id) filter (where f.state <> 'awaiting_sponsor')::int,
      count(f.id) filter (where f.state = any (${sql.param(OPINED)}::text[]))::int,
      count(f.id) filter (where f.state = any (${sql.param([...FINANCED])}::text[]))::int,
      ${ctx.clock.now().toISOString()}::timestamptz
    from dispositif_session s
      join dispositif d on d.network_id = s.network_id and d.id = s.dispositif_id
      left join dossier f on f.network_id = s.network_id and f.session_id = s.id
        and f.state not in ('draft', 'merged', 'withdrawn')
    where s.network_id = ${ctx.network.id} and s.shared_key is not null
      and (${sessionId}::uuid is null or s.id = ${sessionId}::uuid)
    group by s.network_id, s.id, d.code
    on conflict (network_id, id) do update set (shared_key, code, name, year, opens_at, closes_at, time_zone,
        actions_from, actions_to, steps, deposited, opined, financed, updated_at)
      = (excluded.shared_key, excluded.code, excluded.name, excluded.year, excluded.opens_at, excluded.closes_at,
        excluded.time_zone, excluded.actions_from, excluded.actions_to, excluded.steps, excluded.deposited,
        excluded.opined, excluded.financed, excluded.updated_at)`)
}

export async function refreshEveryFrame(clock: Clock) {
  for (const network of everyNetwork()) {
    const ctx = { ...unattended('dispositifs.refresh-frames'), network, clock }
    await inNetwork(ctx, (tx) => refreshFrames(tx, ctx))
  }
}

/** How far the files are is told to the others once an hour. */
export const tellFrames: ScheduledJob = {
  name: 'dispositifs.refresh-frames',
  cron: '11 * * * *',
  run: () => refreshEveryFrame(systemClock),
}
