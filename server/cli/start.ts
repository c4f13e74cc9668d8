import { readSettings, StartError } from '#server/kernel/settings.ts'
import { main } from '../main.ts'

const ROLES = ['all', 'web', 'worker'] as const

/** `npm start`: everything in one process; `start web` and `start worker` split it, as in production. */
export async function run(args: string[]): Promise<undefined> {
  process.env.NODE_ENV = 'production'
  const role = ROLES.find((one) => one === (args[0] ?? 'all'))
  if (!role) throw new StartError(`There is no « start ${args[0]} »: start, start web or start worker`)
  await main(readSettings(), { role, development: false })
}
