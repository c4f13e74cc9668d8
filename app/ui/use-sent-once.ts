import { useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

const DOUBLE_CLICK_MS = 500

/** A double click sends a form once: what it says again before its answer is there is the same. */
export function useSentOnce() {
  const { state, formMethod } = useNavigation()
  const sending = useRef(false)
  sending.current = state !== 'idle' && formMethod === 'POST'
  useEffect(() => {
    let last: { form: HTMLFormElement; at: number } | null = null
    const once = (event: SubmitEvent) => {
      const [form, at] = [event.target as HTMLFormElement, event.timeStamp]
      if (form.method !== 'post') return
      // The second click may come before the page knows that it sends.
      if (form === last?.form && (sending.current || at - last.at < DOUBLE_CLICK_MS)) {
        event.preventDefault()
        event.stopImmediatePropagation()
      } else last = { form, at }
    }
    document.addEventListener('submit', once, true)
    return () => document.removeEventListener('submit', once, true)
  }, [])
}
