import { days } from '#packages/referentials/dates.ts'
import type { OwnDossier } from '#server/dispositifs/editor/my-dossiers.server.ts'
import { today } from '#server/kernel/clock.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { i18nFor } from '../../i18n.server.ts'
import { instantTold, timeLeftWords } from '../instants.server.ts'

/** One's dossiers in a list: which, where each stands, and what is awaited until when. */
export function ownLines(ctx: NetworkContext, mine: OwnDossier[]) {
  const { locale, network, clock } = ctx
  const { t } = i18nFor(locale)
  const day = days(locale, 'UTC', 'long')
  return mine.map((one) => {
    const isDraft = one.state === 'draft' && one.intake === 'here'
    const left = isDraft ? timeLeftWords('left', clock.now(), one.closesAt, one.timeZone, locale) : ''
    const late = one.dueOn !== null && one.dueOn < today(clock, network.timeZone)
    const due = one.dueOn ? day.format(new Date(one.dueOn)) : ''
    const closes = instantTold(one.closesAt, one.timeZone, network.timeZone, locale).text
    const awaited = one.dueOn
      ? t(late ? 'dispositifs:holder.correction.late' : 'dispositifs:holder.correction.due', { due })
      : isDraft
        ? left
          ? t('dispositifs:holder.draftUntil', { closes, left })
          : t('dispositifs:holder.draftOver')
        : t(`dispositifs:holder.stands.${one.state}`)
    return {
      ...{ id: one.id, state: one.state, awaited, late: late || (isDraft && !left) },
      title: one.title || t('dispositifs:untitled'),
      of: `${one.code} ${one.number} · ${one.session}`,
      to: `/${network.slug}/espace/dossiers/${one.id}`,
    }
  })
}
export type OwnLine = ReturnType<typeof ownLines>[number]
