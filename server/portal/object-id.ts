import { v5 } from 'uuid'

const SITE = '5f1d3a64-9d8c-5b1e-8f0e-6a7f0c2b9d11'

/** History names what it tells by an id; a site's texts and settings have none of their own. */
export const objectIdOf = (networkId: number, ...names: string[]) => v5([networkId, ...names].join('.'), SITE)
