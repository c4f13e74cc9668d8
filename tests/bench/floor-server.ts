import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import type { Recorded } from './record.ts'

/** The floor: bare Hono and pg, the same statements, their rows as JSON. Nothing is left to take away. */
const [file, url] = process.argv.slice(2) as [string, string]
const scenarios: Record<string, Recorded[]> = JSON.parse(readFileSync(file, 'utf8'))
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
const pool = new pg.Pool({ connectionString: url, max: 10 })
const app = new Hono()
for (const [name, statements] of Object.entries(scenarios)) {
  app.get(`/${name}`, async (c) => {
    const answers = []
    for (const { text, values } of statements) answers.push((await pool.query(text, values)).rows)
    return c.json(answers)
  })
}
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(`ready http://127.0.0.1:${port}`),
)
process.on('disconnect', () => process.exit(0))
