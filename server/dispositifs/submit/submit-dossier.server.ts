import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { thisDossier } from '../dossier/locked-dossier.server.ts'
import { lockOwnDossier } from '../editor/editors.server.ts'
import { tellEditors } from '../editor/tell-editors.server.ts'
import { callClosed, noSuchMove, notReady } from '../errors.ts'
import { judgedNow } from '../fill/get-own-dossier.server.ts'
import { faultsOf, missing } from '../form/form.ts'
import { dispositifs } from '../permissions.ts'
import { tellSponsor } from '../sponsor/tell-sponsor.server.ts'
import { thisCall } from './this-call.server.ts'

/**
 * Deposits a draft. What counts is when the request came in at our door, on our clock: what waited behind
 * others is not late, and the instant of closing itself is. Asked twice it is one deposit, told twice.
 */
export async function submitDossier(ctx: Context, id: string): Promise<{ at: Date; again: boolean }> {
  demand(ctx, dispositifs['dossier:hold'])
  const at = ctx.arrivedAt ?? ctx.clock.now()
  return inNetwork(ctx, async (tx) => {
    const before = await lockOwnDossier(tx, ctx, id)
    if (before.state === 'awaiting_sponsor') return { at: before.movedAt, again: true }
    if (before.state !== 'draft') {
      if (!before.submittedAt || before.origin !== 'here') throw noSuchMove(before.state, 'submitted')
      return { at: before.submittedAt, again: true }
    }
    const { session, intake } = await thisCall(tx, ctx, before.sessionId)
    if (intake !== 'here' || at >= session.closesAt || at < session.opensAt) throw callClosed()
    await holdHolder(tx, ctx, before)
    const form = await formOf(tx, ctx, before.formId)
    const lacks = missing(form, before.answers)
    const faults = Object.keys(faultsOf(form, before.answers))
    const { hindering } = await judgedNow(tx, ctx, before, form, true)
    if (lacks.length + faults.length + hindering.length > 0)
      throw notReady(lacks.length, faults.length, hindering)
    const to = session.steps.includes('sponsor') ? 'awaiting_sponsor' : 'submitted'
    await tx
      .update(dossier)
      .set({
        ...{ state: to, movedAt: at, movedBy: ctx.account.id, moveReason: '' },
        // Where a sponsor validates, it is deposited once they have.
        ...(to === 'submitted' ? { submittedAt: at } : {}),
        ...{ version: before.version + 1, updatedAt: ctx.clock.now() },
      })
      .where(thisDossier(ctx, id))
    await record(tx, ctx, {
      action: 'dossier.deposited',
      objectType: 'dossier',
      objectId: id,
      changes: { state: { from: 'draft', to } },
    })
    await tellEditors(tx, ctx, id, {
      ...{ what: to === 'submitted' ? 'received' : 'sponsor', at: at.toISOString() },
      timeZone: session.timeZone,
    })
    if (to === 'awaiting_sponsor') await tellSponsor(tx, ctx, id)
    return { at, again: false }
  })
}

/** Where a rule counts the files of a holder, two of them deposited at once take turns. */
const holdHolder = (tx: Transaction, ctx: StaffContext, row: { id: string; sessionId: string }) =>
  tx.execute(sql`
    select from dossier_holder h join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
    where h.network_id = ${ctx.network.id} and h.dossier_id = ${row.id} and h.lead
      and exists (select from dispositif_session s
        join dispositif_revision r on r.network_id = s.network_id and r.id = s.rules_id
        where s.network_id = h.network_id and s.id = ${row.sessionId}
          and r.content @> '[{"kind": "files_per_holder"}]')
    for no key update of o`)
