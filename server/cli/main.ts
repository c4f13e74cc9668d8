import { DatabaseError } from '#db/open.ts'
import { StartError } from '#server/kernel/settings.ts'
import { TenantDataError } from '#tenants/load.ts'

/** A command is a file here; it is loaded only when asked. */
const COMMANDS: Record<string, () => Promise<{ run: (args: string[]) => Promise<number | undefined> }>> = {
  start: () => import('./start.ts'),
  dev: () => import('./dev.ts'),
  test: () => import('./test.ts'),
  'test-deep': () => import('./test-deep.ts'),
  bench: () => import('./bench.ts'),
  cli: () => import('./cli.ts'),
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
  if (error instanceof StartError || error instanceof DatabaseError || error instanceof TenantDataError)
    return error.message
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') return 'The disk is full: free some space and start again.'
  if (code === 'EACCES' || code === 'EPERM')
    return `This user may not write ${path ?? 'here'}: change its owner, or set DATA_DIR to a folder of yours.`
  if ((error as { code?: string }).code === '53100')
    return 'The disk of the database is full: free some space and start again.'
  if ((error as { code?: string }).code === '42501')
    return `The database refuses: ${(error as Error).message}. Check the rights of DATABASE_URL's user.`
  return String((error as Error)?.stack ?? error)
}
