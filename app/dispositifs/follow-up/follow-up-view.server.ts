import { days, moments } from '#packages/referentials/dates.ts'
import { DECIDABLE, OUTCOMES, statesTo } from '#server/dispositifs/decision/decision.ts'
import { FINANCED } from '#server/dispositifs/figures/what-counts.ts'
import type { FollowUp } from '#server/dispositifs/follow-up/get-follow-up.server.ts'
import { inHand, isLastAdvance, nextStep, paidOut } from '#server/dispositifs/follow-up/payment.ts'
import type { PaymentTold } from '#server/dispositifs/follow-up/payments-of.server.ts'
import { lettersFor, ON_PAPER } from '#server/dispositifs/letter/letter.ts'
import type { DossierState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { today } from '#server/kernel/clock.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { Locale } from '../../i18n.ts'
import { writeCents } from '../../ui/money.ts'
import { money } from '../figures.ts'
import { reportTold } from '../report/report-told.server.ts'

/** Payments as they are read, by the team and by a sponsor alike. */
export function paymentViews(payments: PaymentTold[], locale: Locale) {
  const day = days(locale, 'UTC', 'long')
  const on = (iso: string | null) => (iso ? day.format(new Date(iso)) : '')
  return payments.map(({ id, kind, paidTo, amountCents, dueOn, steps }) => {
    const done = steps.map(({ step }) => step)
    const last = steps.at(-1)
    return {
      ...{ id, kind, paidTo, amount: money(amountCents, locale), due: on(dueOn) },
      next: nextStep({ kind, paidTo }, done),
      proposed: writeCents(last?.amountCents ?? amountCents, locale),
      steps: steps.map((step) => ({
        ...{ id: step.id, step: step.step, on: on(step.happenedOn), note: step.note, by: step.by ?? '' },
        amount: money(step.amountCents, locale),
        file: step.fileId ? { id: step.fileId, name: step.fileName ?? '' } : null,
        last: step.id === last?.id,
      })),
    }
  })
}

export type PaymentView = ReturnType<typeof paymentViews>[number]

/** All that follows the region's opinion on a dossier, as its page tells it. */
export function followUpView(found: FollowUp, ctx: StaffContext) {
  const { locale } = ctx
  const { row, session, decisions, payments, follow } = found
  const state = row.state as DossierState
  const day = days(locale, 'UTC', 'long')
  const at = moments(locale, session.timeZone)
  const euros = (cents: number | null) => (cents === null ? null : money(cents, locale))
  const isFinanced = FINANCED.some((one) => one === state)
  return {
    national: session.steps.includes('national'),
    now: today(ctx.clock, session.timeZone),
    requested: euros(row.requestedCents),
    granted: euros(row.grantedCents),
    decidable: DECIDABLE.includes(state),
    /** Where an outcome cannot be any more, it is not offered. */
    outcomes: OUTCOMES.filter((outcome) => statesTo(state, outcome) !== null),
    seen: decisions[0]?.number ?? 0,
    opinion: found.opinion && {
      ...{ given: found.opinion.opinion, amount: euros(found.opinion.amountCents) },
      ...{ conditions: found.opinion.conditions, sitting: found.opinion.sitting },
      on: days(locale, ctx.network.timeZone, 'long').format(new Date(found.opinion.startsAt)),
    },
    decisions: decisions.map((one) => ({
      ...{ number: one.number, outcome: one.outcome, reference: one.reference, comment: one.comment },
      ...{ origin: one.origin, by: one.by ?? '', amount: euros(one.amountCents) },
      on: day.format(new Date(one.decidedOn)),
      at: at.format(one.at),
    })),
    isFinanced,
    mayReturn: state === 'renounced',
    hasSponsor: row.sponsorId !== null,
    sponsor: found.sponsor?.name ?? '',
    payments: paymentViews(payments, locale).map((payment) => ({
      ...payment,
      /** Taken back, its last step takes the state back with it. */
      holdsState:
        state === 'advance_paid' && payment.steps.some(({ id, last }) => last && isLastAdvance(payments, id)),
    })),
    paid: money(paidOut(payments), locale),
    toReturn: state === 'renounced' && paidOut(payments) > 0 ? money(paidOut(payments), locale) : null,
    inHand: money(inHand(payments), locale),
    reportDueOn: follow?.reportDueOn ?? '',
    report: found.report || row.achieved ? reportTold(ctx, found, session.timeZone) : null,
    settling: state === 'report_received',
    lacks: found.lacks,
    project:
      follow?.projectId && follow.projectAt
        ? { id: follow.projectId, title: follow.projectTitle ?? '', on: at.format(follow.projectAt) }
        : null,
    mayProject: isFinanced && !follow?.projectId && ctx.network.modules.includes('projects'),
    letters: found.letters.map(({ id, key, subject, sentTo, at: when, by }) => ({
      ...{ id, key, subject, by: by ?? '', on: at.format(when) },
      to: sentTo.map(({ name }) => name).join(', '),
    })),
    fitting: lettersFor(state),
    onPaper: ON_PAPER,
    nobody: found.to.length === 0,
  }
}

export type FollowUpView = ReturnType<typeof followUpView>
