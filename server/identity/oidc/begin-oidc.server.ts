import { randomBytes } from 'node:crypto'
import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { publicDb } from '#db/client.ts'
import { oidcAttempt } from '#db/schema/identity.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { productOrigin } from '#server/portal/public.ts'
import { countLeave } from '../door/attempts.server.ts'
import { attemptCookie, hashOfAttempt } from './attempt-cookie.ts'
import { provider } from './provider.server.ts'

export const RETURN_PATH = '/connexion/fournisseur/retour'
const SECONDS = 600

/** Sends a browser to the provider: to sign in, or to attach that identity to the account that has just proven who it is. */
export async function beginOidc(ctx: Context, path: string, attachTo: string | null = null) {
  const found = await provider()
  if (!found) throw notFound()
  await countLeave(ctx.caller.address)
  const { settings, config } = found
  const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
  const secret = randomBytes(32).toString('base64url')
  await publicDb()
    .insert(oidcAttempt)
    .values({
      stateHash: hashOfAttempt(state, secret),
      nonce,
      codeVerifier,
      path,
      accountId: attachTo,
      expiresAt: new Date(ctx.clock.now().getTime() + SECONDS * 1000),
    })
  const url = buildAuthorizationUrl(config, {
    redirect_uri: productOrigin() + RETURN_PATH,
    scope: settings.scopes,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(settings.acr ? { acr_values: settings.acr } : {}),
  })
  return { url: url.href, cookie: attemptCookie(secret, SECONDS) }
}
