import { useEffect, useRef } from 'react'

const PAUSE_MS = 1500

/**
 * What is typed is kept after a pause. Who leaves the page before it ends loses nothing: what waits is
 * sent on the way out, and the browser sees it through.
 */
export function useTyping(address: string, keep: (body: string) => void) {
  const waiting = useRef<{ body: string; timer: ReturnType<typeof setTimeout> }>(undefined)
  const forget = () => {
    clearTimeout(waiting.current?.timer)
    waiting.current = undefined
  }
  const wrote = (body: string) => {
    forget()
    const timer = setTimeout(() => {
      waiting.current = undefined
      keep(body)
    }, PAUSE_MS)
    waiting.current = { body, timer }
  }
  useEffect(() => {
    const leave = () => {
      if (!waiting.current) return
      const { body, timer } = waiting.current
      clearTimeout(timer)
      waiting.current = undefined
      navigator.sendBeacon(address, new URLSearchParams({ intent: 'frappe', body }))
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [address])
  return { wrote, forget }
}
