import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

const BETWEEN_LOOKS_MS = 1500

/** A page that asks again by itself while a work goes on, one look after the other. */
export function useFreshWhile(awaited: boolean) {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!awaited || state !== 'idle') return
    const timer = setTimeout(revalidate, BETWEEN_LOOKS_MS)
    return () => clearTimeout(timer)
  }, [awaited, state, revalidate])
}
