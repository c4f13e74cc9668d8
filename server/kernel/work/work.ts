import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { Examined } from '#server/kernel/files/examine-file.server.ts'
import type { OnDisk } from '#server/kernel/files/store-file.server.ts'
import type { Rule } from '#server/kernel/permissions.ts'

export const WORK_STATES = ['waiting', 'running', 'failed', 'done', 'cancelled'] as const
export type WorkState = (typeof WORK_STATES)[number]

/** Told as often as one likes; written now and then. Throws when the person gave the work up. */
export type Progress = (done: number, total: number | null) => Promise<void>

/** What a work leaves: a file for whoever asked, a page to open, figures to say. */
export type WorkResult = {
  file?: Examined | OnDisk
  /** Whose the file is; the work's own otherwise, for its asker alone. */
  owner?: { ownerType: string; ownerId: string }
  /** What is true together with the end. */
  also?: (tx: Transaction, fileId: string | null) => Promise<void>
  path?: string
  counts?: Record<string, number>
  /** What the work made beside, to be taken away once its file is kept. */
  release?: () => Promise<void>
}

/**
 * A work a person asks for and need not wait beside. `rule` is asked again when it runs: what was
 * allowed when it was asked may no longer be. It may be begun twice; only one ending counts.
 */
export type WorkKind<Input = unknown> = {
  name: string
  rule: Rule
  run: (ctx: StaffContext, input: Input, progress: Progress) => Promise<WorkResult>
}

// biome-ignore lint/suspicious/noExplicitAny: each kind has its own input
export type AnyWork = WorkKind<any>

export const isEnded = (state: WorkState) => state !== 'waiting' && state !== 'running'
