import { createContext, useContext } from 'react'

/** The page's nonce on the server; in the browser it is already spent and hidden. */
export const NonceContext = createContext<string | undefined>(undefined)
export const useNonce = () => useContext(NonceContext)
