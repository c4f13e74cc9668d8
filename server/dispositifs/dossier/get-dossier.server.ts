import { and, asc, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dossier, dossierMove, dossierWaiver } from '#db/schema/dispositifs.ts'
import { account } from '#db/schema/identity.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { isOutcome } from '../decision/decision.ts'
import { factsOfAnswers } from '../form/facts-of-answers.ts'
import { type DossierState, nextStates } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'
import { hinders, judgeDossier } from '../rule/judge-dossier.ts'
import { getSession } from '../session/get-session.server.ts'
import { rulesOf } from '../session/rules-of.server.ts'
import { stepsOf } from '../session/steps-of.ts'
import { formOf } from './form-of.server.ts'
import { holdersOf } from './holders-of.server.ts'
import { thisDossier } from './locked-dossier.server.ts'
import { judged, surroundings } from './surroundings.server.ts'

/** A whole dossier: what it says, what its rules say of it now, every move, and where it may go. */
export async function getDossier(ctx: Context, id: string) {
  demand(ctx, dispositifs['dossier:read'])
  const found = await inNetwork(ctx, async (tx) => {
    const [row] = await tx.select().from(dossier).where(thisDossier(ctx, id))
    if (!row) throw notFound()
    const { networkId, dossierId, nth, fromState, toState, at, reason } = dossierMove
    const moves = await tx
      .select({ nth, fromState, toState, at, reason, by: account.name })
      .from(dossierMove)
      .leftJoin(account, eq(account.id, dossierMove.accountId))
      .where(and(eq(networkId, ctx.network.id), eq(dossierId, id)))
      .orderBy(asc(nth))
    const waivers = await tx
      .select({
        ...{ ruleKey: dossierWaiver.ruleKey, reason: dossierWaiver.reason, at: dossierWaiver.at },
        by: account.name,
      })
      .from(dossierWaiver)
      .leftJoin(account, eq(account.id, dossierWaiver.accountId))
      .where(and(eq(dossierWaiver.networkId, ctx.network.id), eq(dossierWaiver.dossierId, id)))
    const around = (await surroundings(tx, ctx, [id])).get(id)!
    return {
      ...{ row, moves, waivers, around, form: await formOf(tx, ctx, row.formId) },
      ...(await holdersOf(tx, ctx, id)),
    }
  })
  const session = await getSession(ctx, found.row.sessionId)
  const ruled = await inNetwork(ctx, (tx) => rulesOf(tx, ctx, session.id))
  const facts = factsOfAnswers(found.form, found.row.answers, {
    submitting: found.row.origin === 'here' && found.row.state !== 'draft',
  })
  const judgements = judgeDossier(ruled, judged(facts, found.around))
  const state = found.row.state as DossierState
  return {
    ...found,
    ...{ session, judgements, rules: ruled },
    hindering: hinders(
      judgements,
      found.waivers.map(({ ruleKey }) => ruleKey),
    ),
    // A decision is recorded with its date and its amount, on its own page.
    next: nextStates(state, stepsOf(session.steps), 'staff').filter(
      (to) => to !== 'merged' && !(state === 'opined' && isOutcome(to)),
    ),
  }
}

export type DossierPage = Awaited<ReturnType<typeof getDossier>>
