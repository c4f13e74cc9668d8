import { countryName } from '#packages/referentials/countries.ts'
import type { Laureate } from '#server/dispositifs/laureate/find-laureates.server.ts'
import type { ListedCall } from '#server/dispositifs/listing/listed-calls.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'
import { money } from '../figures.ts'

/** Those retained, call by call; a call the public does not see shows nobody. */
export const laureatesView = (calls: ListedCall[], laureates: Laureate[], locale: Locale) =>
  calls.flatMap(({ id, name }) => {
    const those = laureates.filter(({ sessionId }) => sessionId === id)
    if (those.length === 0) return []
    return {
      id,
      title: i18nFor(locale).t('dispositifs:follow.public.of', { call: name, count: those.length }),
      lines: those.map((one) => ({
        ...{ id: one.id, title: one.title, holders: one.holders.join(', ') },
        more: [
          one.countries.map((code) => countryName(code, locale)).join(', '),
          one.amountCents === null ? '' : money(one.amountCents, locale),
        ]
          .filter(Boolean)
          .join(' · '),
      })),
    }
  })
