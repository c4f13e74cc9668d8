import { readdirSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { createDatabase, dropDatabase, type TestDatabase } from '#tests/support/database.ts'
import { configured, program } from './testing.ts'

let empty: TestDatabase | undefined
afterAll(async () => {
  if (empty) await dropDatabase(empty)
})

it('Migrating an empty database says each thing it did, and nothing the second time', async () => {
  empty = await createDatabase('template1')
  const env = configured(empty.urls, 'live')
  const first = await program(['migrate'], env)
  expect(first.code, first.stderr).toBe(0)
  const files = ['migrations', 'functions'].flatMap((folder) =>
    readdirSync(new URL(`../../db/${folder}/`, import.meta.url)).filter((name) => name.endsWith('.sql')),
  )
  expect(first.stdout.trim().split('\n').sort()).toEqual(files.sort())
  const { rows } = await empty.owner.query('select count(*)::int as networks from network')
  expect(rows[0].networks).toBeGreaterThan(0)
  expect(await program(['migrate'], env)).toMatchObject({ code: 0, stdout: '' })
})

it('A database that does not answer is said in one sentence', async () => {
  const { code, stderr } = await program(['migrate'], { DATABASE_URL: 'postgresql://o:p@127.0.0.1:9/none' })
  expect(code).toBe(1)
  expect(stderr).toContain('no PostgreSQL answers at 127.0.0.1:9')
  expect(stderr.trim().split('\n')).toHaveLength(1)
})
