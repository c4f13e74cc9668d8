import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, vi } from 'vitest'
import { findBinaries } from '#db/embedded/binaries.ts'
import { freePort } from '#db/embedded/free-port.ts'
import { identityOf } from '#db/embedded/process-identity.ts'
import { runningCluster } from '#db/embedded/running-cluster.ts'
import { EMBEDDED_DATABASE, embeddedUrls } from '#db/open.ts'
import { type Ended, listenTo } from './listen-to.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export type Instance = Awaited<ReturnType<typeof startInstance>>

type Start = {
  env?: Record<string, string>
  /** Through the launcher, as `npm start` does, or the server's process alone. */
  through?: 'launcher' | 'server'
  args?: string[]
  /** As another user of the machine, where the test runs as root. */
  as?: { uid?: number; gid?: number }
  root?: string
}

// Processes start slowly on a busy machine.
if (process.env.TEST_DEEP !== '1') vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const started: { kill: (signal: NodeJS.Signals) => boolean; ended: Promise<Ended> }[] = []
const folders: { folder: string; undo?: (folder: string) => void }[] = []

/** Ends what the test started and forgets its folders, embedded databases left by a SIGKILL included. */
afterEach(async () => {
  for (const instance of started.splice(0)) {
    instance.kill('SIGKILL')
    await instance.ended
  }
  for (const { folder, undo } of folders.splice(0)) await forgetFolder(folder, undo)
})

export async function forgetFolder(folder: string, undo?: (folder: string) => void) {
  killHolder(folder)
  await (await runningCluster(folder))?.stop()
  undo?.(folder)
  // As root, a database asked for in a closed folder is elsewhere.
  if (existsSync(folder)) rmSync(findBinaries().place(folder), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

/** A server whose launcher was killed may still be leaving, or still be there if the product is at fault. */
function killHolder(folder: string) {
  try {
    const { pid, identity } = JSON.parse(readFileSync(join(folder, 'maillage.pid'), 'utf8'))
    if (pid !== process.pid && identityOf(pid) === identity) process.kill(pid, 'SIGKILL')
  } catch {}
}

/** A folder that PostgreSQL's user may enter, gone after the test; `undo` comes once its database is stopped. */
export function aFolder(undo?: (folder: string) => void): string {
  const folder = aLastingFolder()
  folders.push({ folder, undo })
  return folder
}

/** The same, for whoever calls `forgetFolder` later. */
export function aLastingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-fault-'))
  chmodSync(folder, 0o755)
  return folder
}

/**
 * The product as people start it, in processes of its own. Its environment holds what the test says
 * and a PATH: no language, no home.
 */
export async function startInstance({
  env = {},
  through = 'server',
  args = [],
  as,
  root = ROOT,
}: Start = {}) {
  if (through === 'launcher') refuseToInstall()
  const port = Number(env.PORT ?? (await freePort()))
  const dataDir = env.DATA_DIR ?? aFolder()
  const command =
    through === 'launcher'
      ? ['server/cli/launch.mjs', 'start']
      : ['--import', 'tsx', 'server/cli/main.ts', 'start']
  // A clone closed to others has a Node of its own, which its owner may run.
  const node = root === ROOT ? process.execPath : join(root, 'node_modules', '.bin', 'node')
  const child = spawn(node, [...command, ...args], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      DATA_DIR: dataDir,
      // Where nobody listens: a start without it says that mails wait.
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'essai@essai.example',
      ...env,
      PORT: env.PORT ?? String(port),
    } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own: what a terminal would send with Ctrl-C.
    detached: true,
    ...as,
  })
  const output = listenTo(child)
  const instance = {
    port,
    dataDir,
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    said: output.said,
    ready: () => output.said(/^ready /m),
    ended: output.ended,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** As Ctrl-C in a terminal: every process of the foreground group. */
    interrupt: () => process.kill(-child.pid!, 'SIGINT'),
    fetch: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init),
    status: (path: string) => fetch(`http://127.0.0.1:${port}${path}`).then((response) => response.status),
    /** The embedded database, and its owner's way in. */
    cluster: () => embedded(dataDir),
    urls: async () => embeddedUrls(await embedded(dataDir), EMBEDDED_DATABASE),
  }
  started.push(instance)
  return instance
}

/** The launcher installs what the lockfile asks; a test says so instead of doing it. */
function refuseToInstall() {
  const read = (path: string) => readFileSync(join(ROOT, path))
  const lock = createHash('sha256').update(read('package-lock.json')).digest('hex')
  if (read('node_modules/.maillage-lock').toString() !== lock)
    throw new Error('node_modules is older than package-lock.json: npm test brings it up to date')
}

async function embedded(dataDir: string) {
  const cluster = await runningCluster(dataDir)
  if (!cluster) throw new Error(`no database runs in ${dataDir}`)
  return cluster
}
