import { useEffect, useState } from 'react'
import { useHydrated } from '../../ui/use-hydrated.ts'

const PAUSE_MS = 1000

/**
 * A sentence that follows what one types: seen at once, read aloud once one has stopped. `quiet` is seen
 * and never read.
 */
export function Settled({ text, quiet, className }: { text: string; quiet?: boolean; className?: string }) {
  const hydrated = useHydrated()
  const [told, setTold] = useState('')
  const [first] = useState(text)
  useEffect(() => {
    if (quiet || text === first) return
    const timer = setTimeout(() => setTold(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, quiet, first])
  return (
    <>
      <p className={className}>{text}</p>
      {hydrated ? (
        <p className="sr-only" aria-live="polite">
          {quiet ? '' : told}
        </p>
      ) : null}
    </>
  )
}
