import {
  allowInsecureRequests,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client'
import type { OidcSettings } from '#server/kernel/settings.ts'
import { providerDown } from '../errors.ts'

const SECONDS = 5

let settings: OidcSettings | null = null
let discovered: Promise<Configuration> | undefined

export function configureOidc(given: OidcSettings | null) {
  settings = given
  discovered = undefined
}

/** What the button says; null when no provider is configured. */
export const providerName = (): string | null => settings?.name ?? null

export type Provider = { settings: OidcSettings; config: Configuration }

/** Asked of the provider when first needed: the product starts, and passwords work, while it is down. */
export async function provider(): Promise<Provider | null> {
  if (!settings) return null
  const { issuer, clientId, clientSecret, userinfoAlg } = settings
  const isLocal = issuer.startsWith('http:')
  // Its answers are also verified as signed, not only as come from its address: its user info may be a JWT.
  const execute = [enableNonRepudiationChecks, ...(isLocal ? [allowInsecureRequests] : [])]
  const metadata = {
    client_secret: clientSecret,
    ...(userinfoAlg ? { userinfo_signed_response_alg: userinfoAlg } : {}),
  }
  discovered ??= discovery(new URL(issuer), clientId, metadata, undefined, { execute, timeout: SECONDS })
  try {
    return { settings, config: await discovered }
  } catch {
    discovered = undefined
    throw providerDown()
  }
}
