import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  globSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { StartError } from '#server/kernel/settings.ts'
import { step } from '#server/kernel/step.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const KEPT = 5
/** The server's own modules are not in the pages: Node loads them as they are (`vite.config.ts`). */
const SOURCES = [
  'app/**/*',
  'packages/**/*.{ts,tsx,json}',
  'server/**/*.{ts,tsx}',
  'tenants/*.ts',
  'vite.config.ts',
  'package-lock.json',
]

/** What the pages are made of, as one word: the same word, the same pages. */
export function sourceStamp(): string {
  const files = globSync(SOURCES, { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('.test.') && !isOnlyOfServer(path.slice(ROOT.length)))
    .sort()
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path.slice(ROOT.length)).update(readFileSync(path))
  return hash.digest('hex')
}

const isOnlyOfServer = (path: string) => path.startsWith('server/') && path.endsWith('.server.ts')

export const buildFolder = (buildDir: string) => join(buildDir, sourceStamp().slice(0, 16))

/** Builds aside and moves the whole in place: a build that was cut short is never taken for one. */
export async function writeBuild(folder: string) {
  const aside = `${folder}.${process.pid}`
  await step('construction', async () => {
    await runRemixBuild(aside)
    await compressAssets(join(aside, 'client', 'assets'))
  })
  try {
    renameSync(aside, folder)
  } catch {
    rmSync(aside, { recursive: true, force: true }) // another start built the same sources first
  }
  removeOldest(dirname(folder))
}

/** The last few stay, and every one that somebody serves. */
export function removeOldest(buildDir: string) {
  const folders = readdirSync(buildDir)
    .map((name) => join(buildDir, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const folder of folders.slice(KEPT)) {
    if (!isServed(folder)) rmSync(folder, { recursive: true, force: true })
  }
}

const SERVED = 'served-by.'

/** Says that this process serves these pages: builds that come later leave them in place. */
export function markServed(folder: string) {
  try {
    writeFileSync(join(folder, SERVED + process.pid), '')
  } catch {
    // Pages that nobody may write to are not removed either.
  }
}

const isServed = (folder: string) =>
  readdirSync(folder).some((name) => name.startsWith(SERVED) && isAlive(Number(name.slice(SERVED.length))))

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process is there, and not ours to signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function runRemixBuild(folder: string): Promise<void> {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@remix-run/dev/package.json')),
    'dist',
    'cli.js',
  )
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: 'production' as const, MAILLAGE_BUILD: folder }
    const child = spawn(process.execPath, [cli, 'vite:build', '--logLevel', 'warn'], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const endWithUs = () => child.kill()
    process.once('exit', endWithUs)
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('exit', endWithUs)
      if (code === 0) return resolve()
      reject(
        new StartError(`The pages could not be built:\n${output.trim().split('\n').slice(-20).join('\n')}`),
      )
    })
  })
}

/** Compressed once, at the best level, instead of at each request. */
async function compressAssets(folder: string) {
  const files = globSync('**/*.{js,mjs,css,svg,json}', { cwd: folder })
  const brotli = () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 10 } })
  await Promise.all(
    files.flatMap((file) => {
      const path = join(folder, file)
      return [
        pipeline(createReadStream(path), createGzip({ level: 9 }), createWriteStream(`${path}.gz`)),
        pipeline(createReadStream(path), brotli(), createWriteStream(`${path}.br`)),
      ]
    }),
  )
}
