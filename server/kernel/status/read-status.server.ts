import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { slowQueries } from '#db/slow-queries.ts'
import type { Context } from '#server/kernel/context.ts'
import { files } from '#server/kernel/files/files.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { upkeep } from '../rules.ts'

export type Health = 'ok' | 'watch' | 'down'
/** One organ of the service, its health, and what its sentence says. */
export type Organ = { name: string; health: Health; said: string; params: Record<string, string | number> }

const DAY_MS = 24 * 60 * 60 * 1000
const STARTED = new Date(Date.now() - process.uptime() * 1000).toISOString()
const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))

/** How the machine does, in words. Other networks share it: nothing of theirs is told but counts. */
export async function readStatus(ctx: Context): Promise<{ organs: Organ[]; slow: Slow[] }> {
  demand(ctx, upkeep['status:read'])
  const since = new Date(ctx.clock.now().getTime() - DAY_MS)
  const own = slowQueries(since).filter(({ networkId }) => networkId === ctx.network.id || networkId === null)
  const organs = await Promise.all([
    tried('database', database),
    tried('migrations', migrations),
    tried('tasks', () => tasks(since)),
    tried('mail', () => mail(ctx.network.id)),
    tried('files', store),
    tried('disk', disk),
    tried('version', async () => fine('version', { version, since: STARTED })),
    tried('slow', async () => organ('slow', own.length > 20 ? 'watch' : 'ok', { count: own.length })),
  ])
  return { organs, slow: own.slice(0, 20).map(({ at, ms, text }) => ({ at: at.toISOString(), ms, text })) }
}
export type Slow = { at: string; ms: number; text: string }

const organ = (name: string, health: Health, params: Organ['params'] = {}, said: string = health): Organ => ({
  name,
  health,
  said,
  params,
})
const fine = (name: string, params: Organ['params'] = {}) => organ(name, 'ok', params)

/** An organ that cannot even be asked is down, and the others are still told. */
async function tried(name: string, ask: () => Promise<Organ>): Promise<Organ> {
  try {
    return await ask()
  } catch {
    return organ(name, 'down')
  }
}

async function database() {
  const began = performance.now()
  await publicDb().execute(sql`select 1`)
  const ms = performance.now() - began
  return organ('database', ms > 200 ? 'watch' : 'ok')
}

async function migrations() {
  const { rows } = await publicDb().execute<{ count: number }>(
    sql`select count(*)::int as count from schema_migration`,
  )
  return fine('migrations', { count: rows[0]!.count })
}

async function tasks(since: Date) {
  const { rows } = await publicDb().execute<{ waiting: number; failed: number }>(sql`select
      count(*) filter (where state in ('created', 'retry') and start_after < now() - interval '5 minutes')::int as waiting,
      count(*) filter (where state = 'failed' and completed_on > ${since.toISOString()}::timestamptz)::int as failed
    from pgboss.job`)
  const { waiting, failed } = rows[0]!
  return organ('tasks', waiting > 0 ? 'down' : failed > 0 ? 'watch' : 'ok', { waiting, failed })
}

async function mail(networkId: number) {
  const { rows } = await publicDb().execute<{ waiting: number; failed: number }>(sql`select
      count(*) filter (where state = 'waiting' and created_at < now() - interval '15 minutes')::int as waiting,
      count(*) filter (where state in ('failed', 'bounced') and created_at > now() - interval '1 day')::int as failed
    from outgoing_mail where network_id = ${networkId}`)
  const { waiting, failed } = rows[0]!
  return organ('mail', waiting > 0 || failed > 0 ? 'watch' : 'ok', { waiting, failed })
}

/** Written, read and deleted: what a person's file would go through. */
async function store() {
  const random = randomBytes(32).toString('hex')
  const key = `${random.slice(0, 2)}/${random.slice(2)}`
  const { store: kept } = files()
  await kept.put(key, new Uint8Array([1]))
  const back = await kept.get(key)
  await kept.delete(key)
  if (back?.length !== 1) return organ('files', 'down')
  return files().scan ? fine('files') : organ('files', 'watch', {}, 'unscanned')
}

/** A small part of a large disk is still room enough. */
async function disk() {
  const { share, bytes } = await files().room()
  const [free, gigabytes] = [Math.round(share * 100), Math.round(bytes / 1e9)]
  const health = share < 0.05 && gigabytes < 5 ? 'down' : share < 0.15 && gigabytes < 20 ? 'watch' : 'ok'
  return organ('disk', health, { free, gigabytes })
}
