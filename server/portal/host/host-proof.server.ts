import { Resolver } from 'node:dns/promises'
import { recordNameOf, recordValueOf } from './host.ts'

export type Proof = 'proven' | 'absent' | 'other_value' | 'unknown'

const TIMEOUT_MS = 5000
/** The resolver answered, and there is no such record. */
const DEFINITE = new Set(['ENOTFOUND', 'ENODATA'])

/** Asks the domain name system, never inside a transaction. DNS_SERVER names another resolver than the machine's. */
export async function lookForProof(host: string, token: string): Promise<Proof> {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 2 })
  if (process.env.DNS_SERVER) resolver.setServers([process.env.DNS_SERVER])
  try {
    const records = await resolver.resolveTxt(recordNameOf(host))
    return records.some((parts) => parts.join('') === recordValueOf(token)) ? 'proven' : 'other_value'
  } catch (error) {
    return DEFINITE.has((error as { code?: string }).code ?? '') ? 'absent' : 'unknown'
  }
}
