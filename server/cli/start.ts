import { readSettings } from '#server/kernel/settings.ts'
import { main } from '../main.ts'

/** `npm start`: everything in one process; `start web` and `start worker` split it, as in production. */
export async function run(args: string[]): Promise<undefined> {
  process.env.NODE_ENV = 'production'
  const role = args[0] === 'web' || args[0] === 'worker' ? args[0] : 'all'
  await main(readSettings(), { role, development: false })
}
