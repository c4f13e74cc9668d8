import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { auditEntry } from '#db/schema/kernel.ts'
import { redact } from './audit/redact.ts'
import type { NetworkContext } from './context.ts'

export type AuditLine = {
  action: string
  objectType: string
  objectId: string
  changes?: Record<string, unknown>
}

/** One line of history, in the transaction of what it tells; nobody signed in, nobody is named. What is secret is withheld here, for every writer. */
export async function record(tx: Transaction, ctx: NetworkContext, line: AuditLine) {
  await tx.insert(auditEntry).values({
    networkId: ctx.network.id,
    id: v7(),
    accountId: ctx.account?.id ?? null,
    at: ctx.clock.now(),
    ...line,
    changes: redact(line.changes ?? {}),
  })
}
