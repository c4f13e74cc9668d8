import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { Rule } from '#server/kernel/permissions.ts'

/** Until when: a day, or an instant where the hour counts. */
export type TodoDue = { on: string } | { at: string; timeZone: string }

/** One thing that awaits somebody: what, why (in words of `desk:todo.<kind>`), since or until when, and where to do it. */
export type TodoLine = {
  kind: string
  title: string
  since: string | null
  due?: TodoDue | null
  path: string
}

/** A capability says what awaits a person; server/awaiting.ts lists them in the order they matter. */
export type TodoProvider = {
  name: string
  rule: Rule
  find: (tx: Transaction, ctx: StaffContext, most: number) => Promise<{ lines: TodoLine[]; total: number }>
  /** The whole list, when a page shows it. */
  all?: string
}
