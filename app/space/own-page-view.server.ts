import { days } from '#packages/referentials/dates.ts'
import { getOwnPage } from '#server/crm/page/own-page.server.ts'
import { everyField, fieldsOf } from '#server/crm/page/page.ts'
import { changesIn } from '#server/crm/proposal/own-proposal.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { supportOfOrganisation } from '#server/support/public.ts'
import { i18nFor } from '../i18n.server.ts'
import { historyLines } from '../kernel/journal-view.server.ts'
import { fieldLabel, fieldText } from './page-words.server.ts'

const MOST_SUPPORT = 10

/** « Ma structure » as its page tells it. */
export async function ownPageView(ctx: StaffContext, id: string) {
  const { network, locale } = ctx
  const { t } = i18nFor(locale)
  const { row, page, own, open, answered, authors, history } = await getOwnPage(ctx, id)
  const support = await supportOfOrganisation(ctx, id)
  const ofDay = days(locale, 'UTC', 'long')
  const day = days(locale, network.timeZone, 'long')
  const base = `/${network.slug}`
  const listed = network.modules.includes('directory') && row.publishedAt && row.slug
  return {
    name: row.name,
    projects: network.modules.includes('projects'),
    space: `${base}/espace`,
    listing: listed ? `${base}/annuaire/${row.slug}` : null,
    verifiedOn: row.verifiedAt && day.format(row.verifiedAt),
    open: open && {
      waits: open.state === 'submitted',
      on: day.format(open.submittedAt ?? open.updatedAt),
    },
    facts: everyField(page)
      .filter((field) => field !== 'name')
      .flatMap((field) => {
        if (field === 'seatPrivate' && !page.seatPrivate) return []
        const value = fieldText(field, page[field], locale, own)
        return value ? [{ field, label: fieldLabel(field, own, locale), value }] : []
      }),
    answered: answered.map((one) => ({
      id: one.id,
      published: one.state === 'published',
      heading: t('space:proposedBy', {
        name: (one.accountId && authors.get(one.accountId)) || one.author || t('kernel:someone'),
        date: day.format(one.decidedAt ?? one.updatedAt),
      }),
      reason: one.reason,
      detail: fieldsOf(changesIn(one))
        .map((field) => fieldLabel(field, own, locale))
        .join(', '),
    })),
    support: support.slice(0, MOST_SUPPORT).map((act) => ({
      id: act.id,
      on: ofDay.format(new Date(act.happenedOn)),
      topic: act.topic,
      by: act.by,
      agreed: act.agreed,
    })),
    // Who did what matters; the team's own changes are told without their values.
    history: historyLines(history, network, locale).map(({ id, on, sentence }) => ({ id, on, sentence })),
  }
}
