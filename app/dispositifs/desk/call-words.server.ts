import { moments } from '#packages/referentials/dates.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { i18nFor } from '../../i18n.server.ts'

type Call = { opensAt: string | Date; closesAt: string | Date; timeZone: string }

/** Whether a call is open, over or to come, and until or from when, by its own clock; open, whether the public sees it. */
export function callOf(
  { clock, locale }: NetworkContext,
  { opensAt, closesAt, timeZone }: Call,
  published: boolean,
) {
  const [opens, closes] = [new Date(opensAt), new Date(closesAt)]
  const now = clock.now()
  const state = now < opens ? 'coming' : now < closes ? 'open' : 'over'
  const at = moments(locale, timeZone, 'long').format(state === 'coming' ? opens : closes)
  return {
    state: state as 'coming' | 'open' | 'over',
    word: state === 'open' && !published ? 'unlisted' : state,
    until: i18nFor(locale).t(`dispositifs:until.${state}`, { at }),
  }
}
