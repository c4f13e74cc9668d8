import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { findBinaries, type Installation, own } from './binaries.ts'

const INITDB = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']

export type Cluster = {
  port: number
  /** Random words made with the cluster; the superuser never leaves this machine. */
  passwords: { superuser: string; owner: string; app: string; observatory: string }
  folder: string
  pid: () => number | null
  isRunning: () => Promise<boolean>
  start: () => Promise<void>
  stop: () => Promise<void>
}

export type ClusterOptions = { settings?: Record<string, string> }

/**
 * A PostgreSQL cluster in `dataDir`, made if absent. Driven by pg_ctl: the server is a process of
 * its own, so that Ctrl-C reaches only us and we stop it last, and one left behind by a killed
 * start is found again through its postmaster.pid and used as it is.
 */
export async function openCluster(dataDir: string, options: ClusterOptions = {}): Promise<Cluster> {
  const installation = findBinaries()
  const folder = join(installation.place(dataDir), 'postgresql')
  const data = join(folder, 'data')
  mkdirSync(folder, { recursive: true })
  own(folder, installation.user)
  if (!existsSync(join(data, 'PG_VERSION')) || !existsSync(join(folder, 'passwords.json'))) {
    rmSync(data, { recursive: true, force: true }) // a half-made cluster of a start that was killed
    await initialise(installation, folder, data)
  }
  const cluster: Cluster = {
    port: 0,
    passwords: JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8')),
    folder,
    pid: () => postmasterPid(data),
    isRunning: async () => (await run(installation, 'pg_ctl', ['status', '-D', data])).code === 0,
    start: async () => {
      if (!(await cluster.isRunning()))
        await start(installation, folder, data, cluster.port, options.settings ?? {})
      cluster.port = runningPort(data)
    },
    stop: async () => {
      await run(installation, 'pg_ctl', ['stop', '-D', data, '-m', 'fast', '-w', '-t', '30'])
    },
  }
  return cluster
}

async function initialise(installation: Installation, folder: string, data: string) {
  const word = () => randomBytes(24).toString('base64url')
  const passwords = { superuser: word(), owner: word(), app: word(), observatory: word() }
  const passwordFile = join(folder, 'superuser-password')
  writeFileSync(passwordFile, passwords.superuser, { mode: 0o600 })
  own(passwordFile, installation.user)
  const args = [
    `--pgdata=${data}`,
    '--auth=scram-sha-256',
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    ...INITDB,
  ]
  const { code, output } = await run(installation, 'initdb', args)
  rmSync(passwordFile, { force: true })
  if (code !== 0) throw new Error(`The database could not be created in ${data}: ${lastLine(output)}`)
  writeFileSync(join(folder, 'passwords.json'), JSON.stringify(passwords), { mode: 0o600 })
  chmodSync(join(folder, 'passwords.json'), 0o600)
}

async function start(
  installation: Installation,
  folder: string,
  data: string,
  formerPort: number,
  settings: Record<string, string>,
) {
  const log = join(folder, 'postgresql.log')
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    ...settings,
  }
  for (let attempt = 1; ; attempt++) {
    // Restarted within one run, it keeps its port: connections are configured with it.
    const port = formerPort || (await freePort())
    const flags = Object.entries({ ...all, port: String(port) }).map(([key, value]) => `-c ${key}='${value}'`)
    const { code } = await run(installation, 'pg_ctl', [
      'start',
      '-D',
      data,
      '-l',
      log,
      '-w',
      '-t',
      '60',
      '-o',
      flags.join(' '),
    ])
    if (code === 0) return
    const reason = existsSync(log) ? lastLine(readFileSync(log, 'utf8').slice(-4000)) : 'no log was written'
    // The port may be taken between our look and the start; after a SIGKILL, orphaned backends hold
    // the shared memory for a moment.
    if (attempt === 5) throw new Error(`The database in ${data} does not start: ${reason}`)
    await new Promise((resolve) => setTimeout(resolve, 300 * attempt))
  }
}

function postmasterPid(data: string): number | null {
  try {
    return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  } catch {
    return null
  }
}

/** The fourth line of postmaster.pid is the port. */
function runningPort(data: string): number {
  return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[3])
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

function run(
  installation: Installation,
  program: string,
  args: string[],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv
    const child = spawn(join(installation.bin, program), args, {
      ...installation.user,
      cwd: '/',
      env,
      // The server inherits what pg_ctl holds: pipes would never close, so only initdb gets them.
      stdio: program === 'initdb' ? ['ignore', 'pipe', 'pipe'] : 'ignore',
    })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

function lastLine(text: string) {
  return text.trim().split('\n').at(-1) ?? ''
}
