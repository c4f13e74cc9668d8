import type { TodoLine } from '#server/kernel/todo/todo.ts'

/** What a query of things that await somebody gives: the day or the instant until when, as its kind has it. */
export type AwaitedRow = {
  kind: string
  title: string
  path: string
  dueOn: string | null
  dueAt: string | null
  timeZone: string
  total: number
}

export function toldLines(rows: AwaitedRow[]): { lines: TodoLine[]; total: number } {
  const lines = rows.map(({ kind, title, path, dueOn, dueAt, timeZone }): TodoLine => {
    const due = dueAt ? { at: new Date(dueAt).toISOString(), timeZone } : dueOn ? { on: dueOn } : null
    return { kind, title, since: null, due, path }
  })
  return { lines, total: rows[0]?.total ?? 0 }
}
