import { useNavigation, useSubmit } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

const SIGN_IN = '/connexion'
const keyOf = (path: string) => `typed ${path}`

/**
 * Inside a form: what was sent when the session had ended is not lost. It waits in this tab while the
 * person signs in, and is sent again at a click when they are back.
 */
export function KeptTyping() {
  const { t } = useTranslation('ui')
  const place = useRef<HTMLDivElement>(null)
  const [kept, setKept] = useState<[string, string][] | null>(null)
  const submit = useSubmit()
  const { state } = useNavigation()
  useEffect(() => {
    const form = place.current?.closest('form')
    const key = keyOf(window.location.pathname)
    setKept(JSON.parse(sessionStorage.getItem(key) ?? 'null'))
    const keep = (event: SubmitEvent) => {
      if (form) sessionStorage.setItem(key, JSON.stringify(textsOf(form, event.submitter)))
    }
    form?.addEventListener('submit', keep)
    return () => {
      form?.removeEventListener('submit', keep)
      // Anywhere but the door: it was received.
      if (!window.location.pathname.startsWith(SIGN_IN)) sessionStorage.removeItem(key)
    }
  }, [])
  const forget = () => {
    sessionStorage.removeItem(keyOf(window.location.pathname))
    setKept(null)
  }
  const sendAgain = () => {
    const form = new FormData()
    for (const [name, value] of kept ?? []) form.append(name, value)
    setKept(null)
    submit(form, { method: 'post' })
  }
  return (
    <div ref={place} hidden={!kept || state !== 'idle'} className="notice stack" role="status">
      {kept ? (
        <>
          <p>{t('kept.text')}</p>
          <p className="row">
            <button className="btn primary" type="button" onClick={sendAgain}>
              {t('kept.send')}
            </button>
            <button className="btn" type="button" onClick={forget}>
              {t('kept.forget')}
            </button>
          </p>
        </>
      ) : null}
    </div>
  )
}

/** Files and passwords are never kept. */
function textsOf(form: HTMLFormElement, by: HTMLElement | null): [string, string][] {
  const secret = new Set(
    [...form.querySelectorAll<HTMLInputElement>('input[type=password]')].map(({ name }) => name),
  )
  return [...new FormData(form, by)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !secret.has(entry[0]),
  )
}
