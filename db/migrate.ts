import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { DatabaseError } from './database-error.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { DEFINER_ROLES, OBSERVATORY_ROLE } from './roles.ts'

const MIGRATIONS = new URL('./migrations/', import.meta.url)
const FUNCTIONS = new URL('./functions/', import.meta.url)
const LOCK_NOT_AVAILABLE = '55P03'

export type MigrateOptions = { lockTimeoutMs?: number; tries?: number; migrations?: URL; functions?: URL }

/**
 * Brings the schema to the newest version: migrations not yet applied, in the order of their
 * names, each in its own transaction, then functions whose text changed. A statement that waits
 * for a table longer than `lockTimeoutMs` gives up, lets the others pass, and is tried again.
 */
export async function migrate(client: pg.Client, options: MigrateOptions = {}): Promise<string[]> {
  const { lockTimeoutMs = 3000, tries = 20 } = options
  return oneAtATime(client, async () => {
    await prepare(client)
    const applied: string[] = []
    const known = await checksums(client)
    for (const file of await sqlFiles(options.migrations ?? MIGRATIONS)) {
      const before = known.get(file.name)
      if (before !== undefined && before !== file.checksum) {
        throw new DatabaseError(
          `The migration ${file.name} was changed after it was applied: write a new one instead`,
        )
      }
      if (before === undefined) {
        await applyWithRetry(client, file, lockTimeoutMs, tries)
        applied.push(file.name)
      }
    }
    for (const file of await sqlFiles(options.functions ?? FUNCTIONS)) {
      if (known.get(file.name) !== file.checksum) {
        await applyWithRetry(client, file, lockTimeoutMs, tries)
        applied.push(file.name)
      }
    }
    return applied
  })
}

/** True when every migration of this build is in the database. */
export async function isMigrated(client: Pick<pg.Client, 'query'>): Promise<boolean> {
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql'))
  const { rows } = await client.query<{ n: number }>(
    'select count(*)::int as n from schema_migration where name = any ($1)',
    [names],
  )
  return rows[0]?.n === names.length
}

async function prepare(client: pg.Client) {
  await client.query(`create table if not exists schema_migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
  await client.query('revoke create on schema public from public')
  await client.query('grant select on schema_migration to maillage_app')
  for (const [role, schema] of Object.entries(DEFINER_ROLES)) {
    const { rowCount } = await client.query('select 1 from pg_namespace where nspname = $1', [schema])
    if (rowCount) continue
    await client.query(`create schema ${schema} authorization ${role}`)
    await client.query('begin')
    await client.query(`set local role ${role}`)
    await client.query(`grant usage on schema ${schema} to maillage_app`)
    await client.query('commit')
  }
  await client.query(`grant usage on schema public to ${OBSERVATORY_ROLE}`)
}

async function checksums(client: pg.Client) {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migration',
  )
  return new Map(rows.map((row) => [row.name, row.checksum]))
}

type SqlFile = { name: string; sql: string; checksum: string }

async function sqlFiles(folder: URL): Promise<SqlFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function applyWithRetry(client: pg.Client, file: SqlFile, lockTimeoutMs: number, tries: number) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await apply(client, file, lockTimeoutMs)
    } catch (error) {
      await client.query('rollback').catch(() => {}) // a lost connection has undone it already
      const lockBusy = (error as { code?: string }).code === LOCK_NOT_AVAILABLE
      if (!lockBusy || attempt >= tries) {
        throw new DatabaseError(`${file.name}: ${(error as Error).message}`, { cause: error })
      }
      await new Promise((resolve) => setTimeout(resolve, Math.min(5000, 200 * attempt)))
    }
  }
}

async function apply(client: pg.Client, file: SqlFile, lockTimeoutMs: number) {
  const definer = Object.entries(DEFINER_ROLES).find(([, schema]) => file.sql.includes(`function ${schema}.`))
  // Columns a migration has just added have no statistics: a nested loop guessed over a few rows would
  // walk whole tables for hours (13 minutes and no end, on 135,000 listings).
  await client.query(
    `begin; set local lock_timeout = ${Math.round(lockTimeoutMs)}; set local enable_nestloop = off`,
  )
  if (definer) await client.query(`set local role ${definer[0]}`)
  await client.query(file.sql)
  await client.query('reset role')
  await client.query(
    `insert into schema_migration (name, checksum) values ($1, $2)
     on conflict (name) do update set checksum = excluded.checksum, applied_at = now()`,
    [file.name, file.checksum],
  )
  await client.query('commit')
}
