import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { stillDraft } from '../errors.ts'
import { currentRevision, type RevisionKind } from './current-revision.server.ts'

/** What a session made now is bound to; without a published form and rules, none is made. */
export async function revisionsInForce(tx: Transaction, ctx: NetworkContext, dispositifId: string) {
  const inForce = async (kind: RevisionKind) => (await currentRevision(tx, ctx, dispositifId, kind))?.id
  const [formId, rulesId, gridId] = [await inForce('form'), await inForce('rules'), await inForce('grid')]
  if (!formId || !rulesId) throw stillDraft(formId ? ['rules'] : ['form'])
  return { formId, rulesId, gridId: gridId ?? null }
}
