import { readSettings } from '#server/kernel/settings.ts'
import { main } from '../main.ts'

/** `npm run dev`: the same, pages rebuilt as they are edited. Acts are loaded once: edit them, start again. */
export async function run(): Promise<undefined> {
  process.env.NODE_ENV = 'development'
  await main(readSettings(), { role: 'all', development: true })
}
