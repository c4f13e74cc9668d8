import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and until the page's script has taken over: what a browser without script keeps. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
