import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

export const passkeyName = z
  .string()
  .overwrite(keptText)
  .trim()
  .min(1, 'key_name_missing')
  .max(80, 'too_long')

/** What the browser sends back, as text; its content is verified with the key, only its shape here. */
function answer<T>() {
  return z
    .string()
    .max(20_000)
    .transform((text, refine): T => {
      try {
        const value: unknown = JSON.parse(text)
        if (value && typeof value === 'object' && 'id' in value && 'response' in value) return value as T
      } catch {}
      refine.addIssue({ code: 'custom', message: 'passkey_refused' })
      return z.NEVER
    })
}

export const registrationAnswer = answer<RegistrationResponseJSON>()
export const signInAnswer = answer<AuthenticationResponseJSON>()
