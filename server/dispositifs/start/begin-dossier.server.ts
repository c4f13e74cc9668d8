import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { dossierEditor } from '#db/schema/dispositifs/holder.ts'
import { dispositifSession, dossier } from '#db/schema/dispositifs.ts'
import { knownOfOrganisation, organisationForHolder } from '#server/crm/public.ts'
import { giveGrant } from '#server/identity/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { writeHolders } from '../dossier/known-to-network.server.ts'
import { writtenColumns } from '../dossier/written-columns.ts'
import { callClosed } from '../errors.ts'
import { thisSession } from '../session/locked-session.server.ts'
import { lockOpenSession } from './open-call.server.ts'
import { prefilled } from './prefill.ts'
import type { StartInput } from './start.schema.ts'

/** Of one person in one call: whoever begins more has lost the first ones. */
const MOST_DRAFTS = 10

/**
 * A draft, its holder and whoever writes it. `represented` is an organisation this person acts for: its
 * record then fills what it knows; what is only named is looked for by its number, or made.
 */
export async function beginDossier(
  tx: Transaction,
  ctx: StaffContext,
  sessionId: string,
  given: StartInput,
  represented: string | null,
): Promise<{ id: string; number: number; organisationId: string }> {
  const { session } = await lockOpenSession(tx, ctx, sessionId)
  await demandRoom(tx, ctx, sessionId)
  const { account, clock, network } = ctx
  const now = clock.now()
  const id = v7()
  const { organisation: name, kind, identifier, title } = given
  const organisationId =
    represented ?? (await organisationForHolder(tx, ctx, { name: name || account.name, kind, identifier }))
  const definition = await formOf(tx, ctx, session.formId)
  const known = represented ? await knownOfOrganisation(tx, ctx, represented) : null
  const written = writtenColumns(definition, prefilled(definition, account, title, known), null)
  const number = session.lastNumber + 1
  await tx.update(dispositifSession).set({ lastNumber: number }).where(thisSession(ctx, sessionId))
  await tx.insert(dossier).values({
    ...{ networkId: network.id, id, sessionId, number, formId: session.formId, origin: 'here' },
    ...written,
    title: written.title || title,
    ...{ state: 'draft', movedAt: now, movedBy: account.id, createdAt: now, updatedAt: now },
  })
  await writeHolders(tx, ctx, id, [organisationId])
  await tx.insert(dossierEditor).values({
    ...{ networkId: network.id, id: v7(), dossierId: id, email: account.email.toLowerCase() },
    ...{ accountId: account.id, name: account.name.slice(0, 120), addedBy: account.id },
    ...{ addedAt: now, joinedAt: now, seenAt: now, organisationId },
  })
  await giveGrant(tx, ctx, { accountId: account.id, role: 'holder', givenBy: account.id })
  await record(tx, ctx, {
    action: 'dossier.begun',
    objectType: 'dossier',
    objectId: id,
    changes: { number },
  })
  return { id, number, organisationId }
}

async function demandRoom(tx: Transaction, ctx: StaffContext, sessionId: string) {
  const { rows } = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from dossier_editor e
      join dossier d on d.network_id = e.network_id and d.id = e.dossier_id
    where e.network_id = ${ctx.network.id} and e.account_id = ${ctx.account.id} and e.removed_at is null
      and d.session_id = ${sessionId} and d.state = 'draft'`)
  if (rows[0]!.n >= MOST_DRAFTS) throw callClosed('too_many_drafts')
}
