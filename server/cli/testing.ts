import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach } from 'vitest'
import type { EveryUrl } from '#db/open.ts'
import { readSettings } from '#server/kernel/settings.ts'
import { TENANTS_FOLDER } from '#tenants/load.ts'
import { FIRST_SLUGS } from '#tenants/testing.ts'
import { run } from './cli.ts'

export type Outcome = { code: number | null; stdout: string; stderr: string }

const MAIN = new URL('main.ts', import.meta.url).pathname

/** Starts the program as `npm run` does, without what this process has in its environment. */
export function start(args: string[], env: Record<string, string>) {
  const { PATH, HOME, TMPDIR } = process.env
  const inherited = Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value !== undefined)
  return spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], {
    env: { ...Object.fromEntries(inherited), ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

export function outcome(child: ReturnType<typeof start>): Promise<Outcome> {
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (said.stdout += chunk))
  child.stderr.on('data', (chunk) => (said.stderr += chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...said }))
  })
}

export const program = (args: string[], env: Record<string, string>) => outcome(start(args, env))
export const cli = (args: string[], env: Record<string, string>) => program(['cli', ...args], env)

/** A configured database: what an installation with its own PostgreSQL has in its environment. */
export const configured = ({ owner, app, observatory }: EveryUrl, mode: 'demo' | 'live' = 'demo') => ({
  DATABASE_URL: owner,
  DATABASE_APP_URL: app,
  DATABASE_OBSERVATORY_URL: observatory,
  MAILLAGE_MODE: mode,
})

/** A folder of this test file's own, removed after its last test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The networks the product came with, in a folder where one may be created; created ones leave after each test. */
export function tenantsCopy(options: { keep?: boolean } = {}): string {
  const folder = join(temporaryFolder(), 'tenants')
  for (const slug of FIRST_SLUGS)
    cpSync(fileURLToPath(new URL(slug, TENANTS_FOLDER)), join(folder, slug), { recursive: true })
  if (options.keep) return folder
  afterEach(() => {
    for (const name of readdirSync(folder))
      if (!FIRST_SLUGS.includes(name)) rmSync(join(folder, name), { recursive: true })
  })
  return folder
}

type Around = {
  env?: Record<string, string>
  tenantsFolder: string
  answers?: [question: RegExp, answer: string | null][]
}

/** The same commands in this process, on other networks than the product's; `answers` are a person's, null leaves. */
export async function inProcess(args: string[], { env = {}, tenantsFolder, answers }: Around) {
  const said: { printed: string[]; said: string[]; asked: string } = { printed: [], said: [], asked: '' }
  const input = Object.assign(new PassThrough(), { isTTY: answers !== undefined })
  const left = [...(answers ?? [])]
  const output = new Writable({
    write(chunk, _encoding, done) {
      said.asked += chunk
      const question = String(chunk)
      if (/ : $/.test(question)) {
        const expected = left.findIndex(([pattern]) => pattern.test(question))
        const [, answer] = expected < 0 ? [null, ''] : left.splice(expected, 1)[0]!
        if (answer === null) input.end()
        else input.write(`${answer}\n`)
      }
      done()
    },
  })
  const code = await run(args, {
    settings: () => readSettings(env),
    print: (line) => said.printed.push(line),
    say: (line) => said.said.push(line),
    input,
    output,
    tenantsFolder,
  }).catch((error: Error) => error)
  return { ...said, code, unasked: left.map(([pattern]) => String(pattern)) }
}
