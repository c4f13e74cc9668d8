import { useEffect, useState } from 'react'

const EVERY_MS = 15_000

type Save = { by: string | null; fields: string[]; at: string }
export type Others = { there: string[]; saves: Save[] }

/** Who else has this form open, and what they saved since it was read; asked while somebody looks at it. */
export function useOthers(to: string, since: number): Others {
  const [others, setOthers] = useState<Others>({ there: [], saves: [] })
  useEffect(() => {
    let gone = false
    const ask = async () => {
      if (document.visibilityState === 'hidden') return
      try {
        const response = await fetch(`${to}?depuis=${since}`, { redirect: 'error' })
        if (response.ok && !gone) setOthers((await response.json()) as Others)
      } catch {
        // Asked again soon.
      }
    }
    void ask()
    const timer = setInterval(() => void ask(), EVERY_MS)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [to, since])
  return others
}
