import { useActionData, useSearchParams } from '@remix-run/react'
import { useEffect } from 'react'

/** What has just been done, said by the address (`?fait=`); once read it leaves the address, so that reloading does not say it again. */
export function useDone(): string | null {
  const asked = useSearchParams()[0].get('fait')
  // A form answered since then: what it says is about now.
  const done = useActionData() === undefined ? asked : null
  useEffect(() => {
    if (!done) return
    const url = new URL(window.location.href)
    url.searchParams.delete('fait')
    window.history.replaceState(window.history.state, '', url)
  }, [done])
  return done
}
