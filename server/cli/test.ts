import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
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
  const { passed, second, failures } = results()
  if (failed.length > 0) console.error(`\nen échec : ${failed.join(', ')}`)
  for (const failure of failures) console.error(`  ✗ ${failure}`)
  for (const line of second) console.log(`  ↻ à la seconde tentative : ${line}`)
  console.log(`${passed} passed, ${failures.length} failed`)
  return failed.length > 0 || failures.length > 0 || passed === 0 ? 1 : 0
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

type Unit = {
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[]
  }[]
}
type Suite = {
  specs?: { file: string; title: string; tests: { status: string }[] }[]
  suites?: Suite[]
}

/** What both runners wrote: how many held, and a line for each that did not, so that the end of a log says which. */
function results() {
  const unit = read('vitest.json') as Unit | null
  const ofUnit = (unit?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const file = relative('.', name)
    const sentences = assertionResults.map((one) => ({
      status: one.status,
      line: `${file} › ${one.fullName} : ${one.failureMessages[0]?.split('\n')[0]}`,
    }))
    // A file that fell before its first sentence has none to say so.
    const fell = status === 'failed' && !sentences.some((one) => one.status === 'failed')
    return fell ? [...sentences, { status, line: `${file} : ${message.split('\n')[0]}` }] : sentences
  })
  const all = [...ofUnit, ...ofBrowser((read('playwright.json') as Suite | null) ?? {})]
  return {
    passed: all.filter(({ status }) => ['passed', 'expected', 'flaky'].includes(status)).length,
    second: all.filter(({ status }) => status === 'flaky').map(({ line }) => line),
    failures: all.filter(({ status }) => ['failed', 'unexpected'].includes(status)).map(({ line }) => line),
  }
}

function ofBrowser({ specs = [], suites = [] }: Suite): { status: string; line: string }[] {
  return [
    ...specs.flatMap(({ file, title, tests }) =>
      tests.map(({ status }) => ({ status, line: `${file} › ${title}` })),
    ),
    ...suites.flatMap(ofBrowser),
  ]
}

function read(file: string): unknown {
  const path = join(RESULTS, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}
