import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type pg from 'pg'
import { listLines, writeListFile } from './list-file.ts'
import { report } from './prepare.ts'

type Figures = { step: string; seconds: number; aboveRestMb: number; counts?: Record<string, number> }
type Network = { id: number; slug: string }
export type ListScale = { rows: number; known: number }

const ROWS: ListScale = { rows: 100_000, known: 30_000 }

/** A file of 100,000 lines brought into a large network and taken out again, and its lists written. */
export async function measureLists(url: string, client: pg.Client, network: Network, scale = ROWS) {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-lists-'))
  const { rows } = await client.query(`select id from account where email = $1`, [
    `admin@${network.slug}.demo`,
  ])
  const given = ['--url', url, '--network', String(network.id), '--account', rows[0].id]
  try {
    for (const format of ['csv', 'xlsx'] as const) {
      const file = join(folder, `liste.${format}`)
      await writeListFile(listLines(client, network.id, scale.rows, scale.known), file, format)
      const told = await figures([...given, '--file', file], folder)
      tell(`import of ${scale.rows} lines, ${format}`, told)
      const whole = told.slice(0, 3).reduce((sum, { seconds }) => sum + seconds, 0)
      report(`import of ${scale.rows} lines, ${format}: in all`, whole, 's', { most: 60 })
    }
    for (const format of ['csv', 'xlsx'])
      tell(`export of ${network.slug}, ${format}`, await figures([...given, '--export', format], folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function tell(what: string, told: Figures[]) {
  for (const { step, seconds, aboveRestMb, counts } of told)
    report(`${what}: ${step}`, seconds, 's', { aboveRestMb, ...counts })
}

/** What the child says of each step; its counts go with the step before. */
async function figures(args: string[], folder: string): Promise<Figures[]> {
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', 'tests/bench/list-child.ts', ...args],
    {
      env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', DATA_DIR: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const told: Figures[] = []
  const ended = once(child, 'exit')
  for await (const line of createInterface(child.stdout)) {
    const said = JSON.parse(line) as Figures
    // A work that failed says so on the same stream: figures of the rest would be of nothing.
    if (!said.step) throw new Error(line)
    if (said.step === 'counts') told.at(-1)!.counts = said.counts!
    else told.push(said)
  }
  const [code] = await ended
  if (code) throw new Error(`the bench of lists ended with ${code}`)
  return told
}
