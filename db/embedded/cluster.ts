import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBinaries, type Installation, own } from './binaries.ts'
import { freePort } from './free-port.ts'
import { type ClusterPasswords, initialiseOnce } from './initialise.ts'
import { forgetStranger, livingPostmaster, type Postmaster } from './postmaster.ts'
import { failure, run } from './programs.ts'

export type Cluster = {
  port: number
  passwords: ClusterPasswords
  folder: string
  pid: () => number | null
  isRunning: () => Promise<boolean>
  start: () => Promise<void>
  stop: () => Promise<void>
  /** Why the server crashed since this cluster was opened, if it did: its clients only know that they lost it. */
  crash: () => Error | null
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
  // A database that is there belongs to whoever made it: PostgreSQL says so to anybody else.
  if (!existsSync(data)) own(folder, installation.user)
  await initialiseOnce(installation, folder, data)
  const log = join(folder, 'postgresql.log')
  const before = read(log).length
  const cluster: Cluster = {
    port: 0,
    passwords: JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8')),
    folder,
    pid: () => livingPostmaster(data)?.pid ?? null,
    isRunning: async () => livingPostmaster(data) !== null,
    start: async () => {
      const { port } = await started(installation, data, log, cluster.port, options.settings ?? {})
      cluster.port = port
    },
    stop: async () => {
      for (const [mode, seconds] of STOPS) {
        if (!livingPostmaster(data)) return
        await run(installation, 'pg_ctl', ['stop', '-D', data, '-m', mode, '-w', '-t', seconds])
      }
    },
    crash: () => {
      const said = read(log).subarray(before).toString()
      return /PANIC|terminated by signal/.test(said)
        ? failure(`The database stopped (see ${log})`, said)
        : null
    },
  }
  return cluster
}

/** A server that recovers from a full disk may not hear the polite way; the other loses nothing either, the next start replays its journal. */
const STOPS = [
  ['fast', '15'],
  ['immediate', '5'],
] as const

/** What passes by itself: the port was taken between our look and the start; after a SIGKILL, orphaned backends hold the shared memory. */
const PASSES = /shared memory|already in use|could not bind|could not create any TCP|lock file/i
const TRIES = 10

async function started(
  installation: Installation,
  data: string,
  log: string,
  formerPort: number,
  settings: Record<string, string>,
): Promise<Postmaster> {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings }
  for (let attempt = 1; ; attempt++) {
    const running = await settled(data)
    if (running) return running
    forgetStranger(data)
    // Restarted within one run, it keeps its port: connections are configured with it.
    const port = formerPort || (await freePort())
    const flags = Object.entries({ ...all, port: String(port) }).map(([key, value]) => `-c ${key}='${value}'`)
    const written = read(log).length
    const args = ['start', '-D', data, '-l', log, '-w', '-t', '60', '-o', flags.join(' ')]
    const { code } = await run(installation, 'pg_ctl', args)
    if (code === 0 || livingPostmaster(data)) continue
    const said = read(log).subarray(written).toString()
    if (attempt >= TRIES || !PASSES.test(said)) {
      throw failure(`The database in ${data} does not start (see ${log})`, said)
    }
    await pause(200 * attempt)
  }
}

/** The server once it is ready, or null once it is gone: a former start may have been killed while it started or stopped it. */
async function settled(data: string): Promise<Postmaster | null> {
  for (;;) {
    const postmaster = livingPostmaster(data)
    if (!postmaster || postmaster.state === 'ready') return postmaster
    await pause(100)
  }
}

const read = (file: string) => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0))
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
