import { setImmediate as others } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import { systemClock } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { log } from '#server/kernel/log.ts'
import { everyNetwork } from '#server/kernel/networks.ts'
import { demand } from '#server/kernel/permissions.ts'
import { beginWork } from '#server/kernel/work/begin-work.server.ts'
import type { Progress, WorkKind } from '#server/kernel/work/work.ts'
import { crm } from '../permissions.ts'
import { comparables, type Placed } from './comparables.server.ts'
import { writePairs } from './note-pairs.server.ts'
import { type Pair, pairsAmong, ROUNDS, TURN } from './pairs.ts'

/** Compares all the records of a network; how many pairs await somebody. */
export async function detectDuplicates(ctx: Placed, progress: Progress): Promise<number> {
  const begun = ctx.clock.now()
  const records = await inNetwork(ctx, (tx) => comparables(tx, ctx, sql`true`))
  const pairs: Pair[] = []
  let turns = 0
  for (const pair of pairsAmong(records)) {
    if (pair) pairs.push(pair)
    else {
      await progress(Math.min(records.length, Math.round((++turns * TURN) / ROUNDS)), records.length)
      // It shares its process with pages: they are served meanwhile.
      await others()
    }
  }
  return inNetwork(ctx, async (tx) => {
    await writePairs(tx, ctx, pairs)
    await tx.execute(sql`delete from duplicate_pair d
      where network_id = ${ctx.network.id} and apart_at is null and found_at < ${begun.toISOString()}::timestamptz
        and not exists (
          select 1 from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p("left" uuid, "right" uuid)
          where p."left" = d.left_id and p."right" = d.right_id)`)
    const { rows } = await tx.execute<{ open: number }>(sql`select count(*)::int as open
      from duplicate_pair where network_id = ${ctx.network.id} and apart_at is null`)
    return rows[0]!.open
  })
}

/** The same, asked from the page of pairs. */
export const detection: WorkKind<object> = {
  name: 'crm.detect_duplicates',
  rule: crm['organisation:merge'],
  run: async (ctx, _, progress) => ({
    counts: { pairs: await detectDuplicates(ctx, progress) },
    path: `/${ctx.network.slug}/bureau/doublons`,
  }),
}

export async function askDetection(ctx: Context): Promise<{ id: string }> {
  demand(ctx, crm['organisation:merge'])
  return inNetwork(ctx, async (tx) => {
    const work = await beginWork(tx, ctx, detection, {})
    await record(tx, ctx, {
      action: 'duplicate.detection_asked',
      objectType: 'long_work',
      objectId: work.id,
    })
    return work
  })
}

/** Every night: what was imported or corrected elsewhere is compared with all the rest. */
export const detectAtNight: ScheduledJob = {
  name: 'crm.detect-duplicates',
  cron: '7 3 * * *',
  run: async () => {
    for (const network of everyNetwork()) {
      try {
        await detectDuplicates({ network, clock: systemClock }, async () => {})
      } catch (error) {
        log.error({ err: error, network: network.slug }, 'duplicates were not looked for')
      }
    }
  },
}
