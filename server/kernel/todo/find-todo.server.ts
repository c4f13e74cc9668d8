import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand, may } from '#server/kernel/permissions.ts'
import { desk } from '#server/kernel/rules.ts'
import type { TodoLine, TodoProvider } from './todo.ts'

const MOST = 5
const EACH = 2

export type Todo = { lines: TodoLine[]; total: number; all: { name: string; path: string; total: number }[] }

/** « À faire »: a line of each kind of work, five lines when few kinds wait; how many there are in all is told. */
export async function findTodo(ctx: Context, providers: TodoProvider[]): Promise<Todo> {
  demand(ctx, desk['space:enter'])
  const mine = providers.filter(({ rule }) => may(ctx, rule))
  return inNetwork(ctx, async (tx) => {
    const todo: Todo = { lines: [], total: 0, all: [] }
    const found: TodoLine[][] = []
    for (const { name, find, all } of mine) {
      const { lines, total } = await find(tx, ctx, MOST)
      found.push(lines)
      todo.total += total
      if (all && total > 0) todo.all.push({ name, path: all, total })
    }
    todo.lines = shared(found)
    return todo
  })
}

/** One line of each kind, however many there are, so that nothing hides that somebody waits for an answer. */
function shared(found: TodoLine[][]): TodoLine[] {
  const kept = new Set(found.flatMap((lines) => lines.slice(0, 1)))
  const more = [...found.flatMap((lines) => lines.slice(1, EACH)), ...found.flat()]
  for (const line of more) if (kept.size < MOST) kept.add(line)
  return found.flat().filter((line) => kept.has(line))
}
