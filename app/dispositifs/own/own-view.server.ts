import { days } from '#packages/referentials/dates.ts'
import type { OwnDossierPage } from '#server/dispositifs/fill/get-own-dossier.server.ts'
import { today } from '#server/kernel/clock.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { i18nFor } from '../../i18n.server.ts'
import { instantTold, timeLeftWords } from '../instants.server.ts'

/** What every page of one's own dossier says at its head, and of its call. */
export function ownHead(ctx: NetworkContext, found: OwnDossierPage) {
  const { row, dispositif, session, correction } = found
  const { locale, network, clock } = ctx
  const { t } = i18nFor(locale)
  const closes = session.closesAt.toISOString()
  const day = days(locale, 'UTC', 'long')
  return {
    ...{ id: row.id, state: row.state, number: row.number, version: row.version, code: dispositif.code },
    home: `/${network.slug}/espace/dossiers/${row.id}`,
    all: `/${network.slug}/espace/dossiers`,
    name: row.title || t('dispositifs:untitled'),
    dispositif: dispositif.name,
    session: session.name,
    here: row.origin === 'here',
    confirmed: row.confirmedAt !== null,
    reads: row.access === 'read',
    closes: instantTold(closes, session.timeZone, network.timeZone, locale),
    left: timeLeftWords('left', clock.now(), closes, session.timeZone, locale),
    over: clock.now() >= session.closesAt,
    correction: correction && {
      reason: correction.reason,
      due: day.format(new Date(correction.dueOn)),
      late: correction.dueOn < today(clock, network.timeZone),
      fields: correction.fields,
    },
  }
}
export type OwnHead = ReturnType<typeof ownHead>
