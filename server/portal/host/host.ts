import { isIP } from 'node:net'

export type HostFault = 'malformed' | 'private' | 'ours'

const NAME = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/
/** Names that lead to the machine itself or to a house's own network. */
const NOT_PUBLIC = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|arpa|onion|invalid)$/

/** What was typed, as a host: an address copied whole is understood. */
export function hostTyped(typed: string): string {
  const text = typed.trim().toLowerCase()
  const host = text.replace(/^https?:\/\//, '').split(/[/?#]/)[0] ?? ''
  return host.replace(/\.$/, '')
}

export function hostFault(host: string, ours: string): HostFault | null {
  const bare = host.replace(/^\[|\]$/g, '').replace(/:\d+$/, '')
  if (isIP(bare) || bare === 'localhost' || NOT_PUBLIC.test(bare)) return 'private'
  if (/^[\d.]+$/.test(bare) || /^0x/.test(bare)) return 'private'
  const own = ours.replace(/:\d+$/, '')
  if (host === ours || bare === own || bare.endsWith(`.${own}`)) return 'ours'
  return NAME.test(host) ? null : 'malformed'
}

export const recordNameOf = (host: string) => `_maillage.${host}`
export const recordValueOf = (token: string) => `maillage=${token}`
