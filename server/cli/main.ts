import { DatabaseError, DISK_FULL } from '#db/database-error.ts'
import { StartError } from '#server/kernel/settings.ts'
import { TenantDataError } from '#tenants/load.ts'

/** A command is a file here; it is loaded only when asked. */
const COMMANDS: Record<string, () => Promise<{ run: (args: string[]) => Promise<number | undefined> }>> = {
  start: () => import('./start.ts'),
  dev: () => import('./dev.ts'),
  test: () => import('./test.ts'),
  'test-deep': () => import('./test-deep.ts'),
  bench: () => import('./bench.ts'),
  lighthouse: () => import('./lighthouse.ts'),
  pictures: () => import('./pictures.ts'),
  cli: () => import('./cli.ts'),
  build: () => import('./build.ts'),
  migrate: () => import('./migrate.ts'),
}

const [command = 'start', ...args] = process.argv.slice(2)
try {
  const load = COMMANDS[command]
  if (!load) throw new StartError(`There is no command ${command}`)
  const code = await (await load()).run(args)
  if (code !== undefined) process.exit(code)
} catch (error) {
  console.error(sentenceOf(error))
  process.exit(1)
}

/** A mistake of whoever starts the program is one sentence; a fault of ours keeps its stack. */
function sentenceOf(error: unknown): string {
  if (isDiskFull(error)) return DISK_FULL
  if (error instanceof StartError || error instanceof DatabaseError || error instanceof TenantDataError)
    return error.message
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `This user may not write ${path ?? 'here'}: change its owner, or set DATA_DIR to a folder of yours.`
  if (code === 'EEXIST' || code === 'ENOTDIR')
    return `${path ?? 'DATA_DIR'} is not a folder: set DATA_DIR to a folder of yours.`
  if (code === '42501')
    return `The database refuses: ${(error as Error).message}. Check the rights of DATABASE_URL's user.`
  return String((error as Error)?.stack ?? error)
}

/** A full disk speaks through whatever was being done: a file (ENOSPC), a quota, a statement of the database. */
function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return true
  return /No space left on device/.test(error.message) || isDiskFull(error.cause)
}
