import { useNavigation, useSubmit } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Texts = [string, string][]

const SIGN_IN = '/connexion'
const keyOf = (path: string) => `typed ${path}`

/**
 * Inside a form: what was typed when the session had ended is not lost, whether the form was sent or
 * one of its fields asked something and was told to sign in. It waits in this tab while the person
 * signs in, and is sent again at a click when they are back.
 */
export function KeptTyping() {
  const { t } = useTranslation('ui')
  const place = useRef<HTMLDivElement>(null)
  const [kept, setKept] = useState<Texts | null>(null)
  const submit = useSubmit()
  const { state } = useNavigation()
  useEffect(() => {
    const form = place.current?.closest('form')
    const key = keyOf(window.location.pathname)
    setKept(taken(key))
    let typed: Texts | undefined
    const remember = (event: Event) => {
      if (form) typed = textsOf(form, event instanceof SubmitEvent ? event.submitter : null)
    }
    form?.addEventListener('submit', remember)
    form?.addEventListener('input', remember)
    return () => {
      form?.removeEventListener('submit', remember)
      form?.removeEventListener('input', remember)
      // The answer was to sign in: nothing was received.
      if (typed && window.location.pathname === SIGN_IN) left(key, typed)
    }
  }, [])
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
            <button className="btn" type="button" onClick={() => setKept(null)}>
              {t('kept.forget')}
            </button>
          </p>
        </>
      ) : null}
    </div>
  )
}

/** Files and passwords are never kept. */
function textsOf(form: HTMLFormElement, by: HTMLElement | null): Texts {
  const secret = new Set(
    [...form.querySelectorAll<HTMLInputElement>('input[type=password]')].map(({ name }) => name),
  )
  return [...new FormData(form, by)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !secret.has(entry[0]),
  )
}

/** What waits in this tab, once; a browser may refuse to keep anything. */
function taken(key: string): Texts | null {
  try {
    const found = sessionStorage.getItem(key)
    sessionStorage.removeItem(key)
    return found ? (JSON.parse(found) as Texts) : null
  } catch {
    return null
  }
}

function left(key: string, texts: Texts) {
  try {
    sessionStorage.setItem(key, JSON.stringify(texts))
  } catch {
    // Nothing can be kept here.
  }
}
