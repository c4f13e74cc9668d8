import { useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** A double click sends a form once: what it says again before its answer is there is the same. */
export function useSentOnce() {
  const { state, formMethod } = useNavigation()
  const sending = useRef(false)
  sending.current = state !== 'idle' && formMethod === 'POST'
  useEffect(() => {
    let last: EventTarget | null = null
    const once = (event: SubmitEvent) => {
      if (!sending.current || event.target !== last) last = event.target
      else {
        event.preventDefault()
        event.stopImmediatePropagation()
      }
    }
    document.addEventListener('submit', once, true)
    return () => document.removeEventListener('submit', once, true)
  }, [])
}
