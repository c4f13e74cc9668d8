import { useEffect, useState } from 'react'
import type { Palette } from './palette.server.ts'

const PAUSE_MS = 120

/** The answer to what is typed; the last one stands until the next has come. */
export function usePalette(source: string, typed: string): Palette | null {
  const [answer, setAnswer] = useState<Palette | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(
      async () => {
        const asked = `${source}?${new URLSearchParams({ q: typed })}`
        const response = await fetch(asked, { signal: stop.signal }).catch(() => null)
        if (response?.ok) setAnswer(await response.json())
      },
      typed ? PAUSE_MS : 0,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [source, typed])
  return answer
}
