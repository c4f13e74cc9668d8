import type pg from 'pg'
import type { Recorded } from './record.ts'

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number }

/** Pages of 8 kB a list of statements reads, from cache or disk: the same at each run, whatever the machine does. */
export async function buffersOf(client: pg.Client, statements: Recorded[]): Promise<number> {
  let blocks = 0
  for (const { text, values } of statements) {
    if (/^\s*select set_config/i.test(text)) continue
    const { rows } = await client.query(`explain (analyze, buffers, format json) ${text}`, values)
    const plan: Plan = rows[0]['QUERY PLAN'][0].Plan
    blocks += plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
  }
  return blocks
}
