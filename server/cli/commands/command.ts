import type { Readable, Writable } from 'node:stream'
import { readSettings, type Settings } from '#server/kernel/settings.ts'
import { type Given, type Options, readOptions } from './read-options.ts'

/** What surrounds a command. Standard output carries only its result: the rest is said beside. */
export type World = {
  settings: () => Settings
  print: (result: string) => void
  say: (progress: string) => void
  /** Where answers are typed and questions are shown; they are only asked of a person. */
  input: Readable & { isTTY?: boolean }
  output: Writable
  tenantsFolder: string | URL | undefined
}

type Told = {
  /** What the command's own help says, in French. */
  says: string
  examples: string[]
}
type Run<T> = (given: T, world: World) => Promise<number>

export type Command = Told & { options: Options; run: Run<string[]> }

/** A command as its file writes it becomes one that reads its own arguments. */
export function command<const O extends Options>(one: Told & { options: O; run: Run<Given<O>> }): Command {
  return { ...one, run: (args, world) => one.run(readOptions(one.options, args), world) }
}

export const theWorld = (): World => ({
  settings: readSettings,
  print: (result) => console.log(result),
  say: (progress) => console.error(progress),
  input: process.stdin,
  output: process.stderr,
  tenantsFolder: undefined,
})
