import type { Transaction } from '#db/client.ts'
import { enqueue } from '#server/kernel/queue.ts'

export const WORK_QUEUE = 'kernel.work'

/** A work as the queue carries it: its network goes with it, its asker is read again when it runs. */
export type WorkOrder = { workId: string; networkId: number }

export const enqueueWork = (tx: Transaction, order: WorkOrder) => enqueue(tx, WORK_QUEUE, order)
