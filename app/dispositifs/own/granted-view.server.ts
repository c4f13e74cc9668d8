import { days } from '#packages/referentials/dates.ts'
import type { OwnDossierPage } from '#server/dispositifs/fill/get-own-dossier.server.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { money } from '../figures.ts'

/** What the holder was granted, and on what conditions, once it is decided. */
export function grantedView({ locale }: NetworkContext, { row, conditions }: OwnDossierPage) {
  const day = days(locale, 'UTC', 'long')
  const told = (one: string | null) => (one ? day.format(new Date(one)) : '')
  return {
    granted: row.grantedCents === null ? '' : money(row.grantedCents, locale),
    conditions: conditions.map(({ id, text, dueOn, metOn }) => ({
      ...{ id, text, due: told(dueOn), met: told(metOn) },
    })),
  }
}
