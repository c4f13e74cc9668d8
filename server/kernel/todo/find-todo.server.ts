import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand, may } from '#server/kernel/permissions.ts'
import { desk } from '#server/kernel/rules.ts'
import type { TodoLine, TodoProvider } from './todo.ts'

const MOST = 5

export type Todo = { lines: TodoLine[]; total: number; all: { name: string; path: string; total: number }[] }

/** « À faire »: five lines at most, whoever has more to say; how many there are in all is told. */
export async function findTodo(ctx: Context, providers: TodoProvider[]): Promise<Todo> {
  demand(ctx, desk['space:enter'])
  const mine = providers.filter(({ rule }) => may(ctx, rule))
  return inNetwork(ctx, async (tx) => {
    const todo: Todo = { lines: [], total: 0, all: [] }
    for (const { name, find, all } of mine) {
      const { lines, total } = await find(tx, ctx, MOST)
      todo.lines.push(...lines.slice(0, MOST - todo.lines.length))
      todo.total += total
      if (all && total > 0) todo.all.push({ name, path: all, total })
    }
    return todo
  })
}
