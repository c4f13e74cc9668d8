import { useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

const DOUBLE_CLICK_MS = 500

/** A double click sends a form once: what it says again before its answer is there is the same. */
export function useSentOnce() {
  const { state, formMethod } = useNavigation()
  const sending = useRef(false)
  const last = useRef<{ form: HTMLFormElement; at: number } | null>(null)
  sending.current = state !== 'idle' && formMethod === 'POST'
  useEffect(() => {
    // Answered: sent again, it is another.
    if (state === 'idle') last.current = null
  }, [state])
  useEffect(() => {
    const once = (event: SubmitEvent) => {
      const [form, at] = [event.target as HTMLFormElement, event.timeStamp]
      if (form.method !== 'post') return
      // The second click may come before the page knows that it sends.
      if (form === last.current?.form && (sending.current || at - last.current.at < DOUBLE_CLICK_MS)) {
        event.preventDefault()
        event.stopImmediatePropagation()
      } else last.current = { form, at }
    }
    document.addEventListener('submit', once, true)
    return () => document.removeEventListener('submit', once, true)
  }, [])
}
