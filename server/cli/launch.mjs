// The one file that runs on whatever Node the machine has (20 or newer) and before anything is
// installed: it installs what the lockfile asks, then hands over to the Node that came with it.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const MODULES = join(ROOT, 'node_modules')
const STAMP = join(MODULES, '.maillage-lock')
// Not `npm ci`: it refuses a lockfile that lacks the binaries of machines other than the one that wrote it.
const INSTALL = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
const [command = 'start', ...rest] = process.argv.slice(2)

const fail = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

const major = Number(process.versions.node.split('.')[0])
if (major < 20) fail(`Maillage needs Node 20 or newer to start; this one is ${process.version}.`)

installIfNeeded()
const own = join(MODULES, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
const node = existsSync(own) ? own : process.execPath
if (node === process.execPath && major < 24) {
  fail(
    `No Node 24 comes with Maillage for ${process.platform} ${process.arch}: install Node 24 and start again.`,
  )
}
handOver()

function installIfNeeded() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return
  const began = Date.now()
  process.stderr.write('installation…')
  const npm = process.env.npm_execpath
  const [program, args] = npm ? [process.execPath, [npm]] : ['npm', []]
  const options = { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'development' } }
  const result = spawnSync(program, [...args, ...INSTALL], options)
  if (result.status !== 0) {
    process.stderr.write('\n')
    fail(installFault(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error ?? ''}`))
  }
  writeFileSync(STAMP, lock)
  process.stderr.write(`\rinstallation : ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
}

function installFault(output) {
  if (/ENOSPC/.test(output)) return 'The disk is full: free some space and start again.'
  if (/EACCES|EPERM/.test(output))
    return `This user may not write in ${ROOT}: change the folder's owner or start as its owner.`
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|network/.test(output)) {
    return "The packages could not be fetched: check the network (and npm's proxy or registry settings), then start again."
  }
  return `The packages could not be installed (npm install):\n${output.trim().split('\n').slice(-15).join('\n')}`
}

/**
 * The child leaves when we do, however we do: a signal is passed on, and the closing of the channel
 * tells it that we were killed. When npm itself is killed, we notice that our ancestors changed.
 */
function handOver() {
  const env = { ...process.env, PATH: `${join(MODULES, '.bin')}${delimiter}${process.env.PATH ?? ''}` }
  const child = spawn(node, ['--import', 'tsx', join(ROOT, 'server', 'cli', 'main.ts'), command, ...rest], {
    cwd: ROOT,
    env: { ...env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  const began = ancestry()
  if (process.env.npm_lifecycle_event) {
    setInterval(() => {
      if (ancestry() !== began) child.kill('SIGTERM')
    }, 500).unref()
  }
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
}

/** Whose child we are; and, where npm runs us through a shell that would survive it, whose the shell is. */
function ancestry() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
    const grandparent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
    return /^(npm|node)/.test(name) ? `${process.ppid}` : `${process.ppid} ${grandparent}`
  } catch {
    return `${process.ppid}` // not Linux
  }
}
