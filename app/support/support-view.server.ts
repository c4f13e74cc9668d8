import { days } from '#packages/referentials/dates.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { may } from '#server/kernel/permissions.ts'
import { durationText } from '#server/support/act/act.ts'
import type { SupportOfRecord } from '#server/support/act/support-of-record.server.ts'
import { support } from '#server/support/permissions.ts'
import { i18nFor } from '../i18n.server.ts'

/** The part of a record that tells the support given, in the reader's words. */
export function shownSupport(part: SupportOfRecord | null, organisationId: string, ctx: StaffContext) {
  if (!part) return null
  const { t } = i18nFor(ctx.locale)
  const day = days(ctx.locale, 'UTC')
  return {
    base: `/${ctx.network.slug}/bureau/appuis`,
    organisationId,
    acts: part.acts,
    total: durationText(part.minutes),
    last: part.last.map(({ id, on, minutes, kind, topic, by }) => ({
      id,
      on: day.format(new Date(on)),
      what: [t(`support:kind.${kind}`), durationText(minutes), topic].filter(Boolean).join(' · '),
      by: by ?? t('kernel:someone'),
    })),
    awaited: part.awaited.map(({ id, step, on }) => ({ id, step, on: on && day.format(new Date(on)) })),
    mayWrite: may(ctx, support['act:write']),
  }
}
