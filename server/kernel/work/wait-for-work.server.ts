import { setTimeout } from 'node:timers/promises'
import type { StaffContext } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { getWork, type WorkLine } from './find-works.server.ts'
import { isEnded, type WorkState } from './work.ts'

const EVERY_MS = 200

/** For who has nothing else to do: the work once it is done, or why it is not. */
export async function waitForWork(ctx: StaffContext, id: string, every = EVERY_MS): Promise<WorkLine> {
  for (;;) {
    const work = await getWork(ctx, id)
    if (work.state === 'done') return work
    if (isEnded(work.state as WorkState)) throw new DomainError(work.errorCode ?? 'kernel.fault', 409)
    await setTimeout(every)
  }
}
