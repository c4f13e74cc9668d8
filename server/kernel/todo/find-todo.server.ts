import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand, may } from '#server/kernel/permissions.ts'
import { desk } from '#server/kernel/rules.ts'
import type { TodoLine, TodoProvider } from './todo.ts'

const MOST = 5

export type Todo = { lines: TodoLine[]; total: number; all: { name: string; path: string; total: number }[] }

/** « À faire »: five lines, more only where as many kinds of work wait; how many there are of each is told. */
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

/** One line each first, so that many of one kind never hide another. */
function shared(found: TodoLine[][]): TodoLine[] {
  const kept = new Set(found.flatMap((lines) => lines.slice(0, 1)))
  for (const line of found.flat()) if (kept.size < MOST) kept.add(line)
  return found.flat().filter((line) => kept.has(line))
}
