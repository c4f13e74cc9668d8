import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { wallClock } from '#server/dispositifs/session/time-left.ts'
import type { Locale } from '../../i18n.ts'
import { useHydrated } from '../../ui/use-hydrated.ts'
import type { InstantTold } from '../instants.server.ts'

/** A moment on the clocks the page knows, and on the reader's own when it shows something else. */
export function Instant({ told, yourTime }: { told: InstantTold; yourTime: string }) {
  return (
    <>
      <time dateTime={told.iso}>{told.text}</time>
      {useHydrated() ? <OwnClock told={told} yourTime={yourTime} /> : null}
    </>
  )
}

function OwnClock({ told, yourTime }: { told: InstantTold; yourTime: string }) {
  const { i18n } = useTranslation()
  const at = new Date(told.iso)
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  if (told.walls.includes(wallClock(at, timeZone))) return null
  const text = moments(i18n.language as Locale, timeZone, 'long').format(at)
  return <span className="small muted own-clock">{yourTime.replace('{{at}}', text)}</span>
}
