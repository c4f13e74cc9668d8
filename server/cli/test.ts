import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from '../http/pages.ts'
import { readSettings } from '../kernel/settings.ts'

type Stage = { name: string; program: string; args: string[]; env?: Record<string, string> }

const RESULTS = 'test-results'
const UNIT: Stage = { name: 'tests', program: 'vitest', args: ['run', '--config', 'tests/vitest.config.ts'] }
const BROWSER: Stage = {
  name: 'navigateur',
  program: 'playwright',
  args: ['test', '--config', 'tests/playwright.config.ts'],
}

/** `npm test`: every stage runs even when one fails, so that one run tells everything. */
export function run(): Promise<number> {
  return runStages([
    { name: 'style', program: 'biome', args: ['check', '--error-on-warnings'] },
    { name: 'types', program: 'tsc', args: ['-p', '.', '--noEmit'] },
    UNIT,
    BROWSER,
  ])
}

/** `npm run test:deep`: the long proofs, before a capability is called done. */
export function runDeep(): Promise<number> {
  const env = { TEST_DEEP: '1' }
  return runStages([
    { ...UNIT, env },
    { ...BROWSER, env },
  ])
}

async function runStages(stages: Stage[]): Promise<number> {
  rmSync(RESULTS, { recursive: true, force: true })
  await ensureBuilt(readSettings({}).buildDir)
  const failed: string[] = []
  for (const stage of stages) {
    console.log(`\n— ${stage.name}`)
    if ((await runStage(stage)) !== 0) failed.push(stage.name)
  }
  const { passed, failures } = count()
  if (failed.length > 0) console.error(`\nen échec : ${failed.join(', ')}`)
  console.log(`${passed} passed, ${failures} failed`)
  return failed.length > 0 || failures > 0 || passed === 0 ? 1 : 0
}

function runStage({ program, args, env }: Stage): Promise<number> {
  const options = {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  } as const
  return new Promise((resolve, reject) => {
    const child = spawn(join('node_modules', '.bin', program), args, options)
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Sums what both runners wrote. */
function count() {
  const vitest = read('vitest.json') as { numPassedTests: number; numFailedTests: number } | null
  const playwright = read('playwright.json') as { stats: { expected: number; unexpected: number } } | null
  return {
    passed: (vitest?.numPassedTests ?? 0) + (playwright?.stats.expected ?? 0),
    failures: (vitest?.numFailedTests ?? 0) + (playwright?.stats.unexpected ?? 0),
  }
}

function read(file: string): unknown {
  const path = join(RESULTS, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}
