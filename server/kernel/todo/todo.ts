import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { Rule } from '#server/kernel/permissions.ts'

/** One thing that awaits somebody: what, why (in words of `desk:todo.<kind>`), since when, and where to do it. */
export type TodoLine = { kind: string; title: string; since: string | null; path: string }

/** A capability says what awaits a person; server/awaiting.ts lists them in the order they matter. */
export type TodoProvider = {
  name: string
  rule: Rule
  find: (tx: Transaction, ctx: StaffContext, most: number) => Promise<{ lines: TodoLine[]; total: number }>
  /** The whole list, when a page shows it. */
  all?: string
}
