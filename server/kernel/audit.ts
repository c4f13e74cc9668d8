import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
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
  await recordAll(tx, ctx, [line])
}

/** The same of an act on many records, in one statement. */
export async function recordAll(tx: Transaction, ctx: NetworkContext, lines: AuditLine[]) {
  if (lines.length === 0) return
  const rows = lines.map(({ action, objectType, objectId, changes }) => ({
    id: v7(),
    action,
    type: objectType,
    object: objectId,
    changes: redact(changes ?? {}),
  }))
  await tx.execute(sql`insert into audit_entry (network_id, id, account_id, action, object_type, object_id, changes, at)
    select ${ctx.network.id}, r.id, ${ctx.account?.id ?? null}::uuid, r.action, r.type, r.object, r.changes,
      ${ctx.clock.now().toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, action text, type text, object uuid, changes jsonb)`)
}
