import { type Location, useBlocker } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './dialog.tsx'

type Move = { currentLocation: Location; nextLocation: Location }

const UNASKED = 'unasked'
/** The state of a link that is chosen instead of what was begun. */
export const unasked = { [UNASKED]: true }

const COMING = ['focusin', 'pointerdown', 'keydown'] as const

/** What a form would send, whatever the order its controls stand in. */
const written = (form: HTMLFormElement) =>
  JSON.stringify([...new FormData(form)].map(([name, value]) => `${name}=${String(value)}`).sort())

const isBegun = (form: HTMLFormElement) =>
  [...form.elements].some(
    (control) =>
      (control instanceof HTMLTextAreaElement ||
        (control instanceof HTMLInputElement && control.type === 'text')) &&
      control.value !== control.defaultValue,
  )

/**
 * Inside a form: leaving the page with something typed and not saved is asked about. Saving goes to the
 * same address first, so it is never taken for leaving.
 */
export function LeaveWarning() {
  const { t } = useTranslation('ui')
  const place = useRef<HTMLSpanElement>(null)
  const first = useRef<string>()
  // Read when somebody first comes to the form, not before: its pieces change once its script has come.
  useEffect(() => {
    const form = place.current?.closest('form')
    const read = () => {
      if (form) first.current ??= written(form)
    }
    // What was typed while the script was coming is no less typed.
    if (form && isBegun(form)) first.current = ''
    for (const event of COMING) form?.addEventListener(event, read, true)
    return () => {
      for (const event of COMING) form?.removeEventListener(event, read, true)
    }
  }, [])
  const isDirty = useCallback(() => {
    const form = place.current?.closest('form')
    return Boolean(form && first.current !== undefined && written(form) !== first.current)
  }, [])
  const blocker = useBlocker(
    useCallback(
      ({ currentLocation: here, nextLocation: next }: Move) =>
        here.pathname !== next.pathname && !next.state?.[UNASKED] && isDirty(),
      [isDirty],
    ),
  )
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isDirty()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])
  return (
    <>
      <span ref={place} hidden />
      <Dialog open={blocker.state === 'blocked'} title={t('leave.title')} onClose={() => blocker.reset?.()}>
        <p>{t('leave.text')}</p>
        <div className="row">
          <button className="btn primary" type="button" onClick={() => blocker.reset?.()}>
            {t('leave.stay')}
          </button>
          <button className="btn" type="button" onClick={() => blocker.proceed?.()}>
            {t('leave.go')}
          </button>
        </div>
      </Dialog>
    </>
  )
}
