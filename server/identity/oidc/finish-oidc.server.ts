import { and, eq, gt, isNotNull } from 'drizzle-orm'
import { authorizationCodeGrant, fetchUserInfo } from 'openid-client'
import { publicDb } from '#db/client.ts'
import { accountIdentity, oidcAttempt } from '#db/schema/identity.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { log } from '#server/kernel/log.ts'
import { productOrigin } from '#server/portal/public.ts'
import { accountById, accountOf } from '../account/account-of.server.ts'
import { recordEvent } from '../account/record-event.server.ts'
import { isRefused } from '../door/demo-accounts.ts'
import { attemptSpent, identityDetached, identityTaken, noAccount, providerRefused } from '../errors.ts'
import { openSession } from '../session/open-session.server.ts'
import { hashOfAttempt, readAttemptCookie } from './attempt-cookie.ts'
import { RETURN_PATH } from './begin-oidc.server.ts'
import { type Provider, provider } from './provider.server.ts'

type Known = { issuer: string; subject: string; email: string | null }

/** The way back from the provider: what it says is verified, then an account is found for it; none is made. */
export async function finishOidc(ctx: Context, query: URLSearchParams, cookies: string | null) {
  const found = await provider()
  if (!found) throw notFound()
  const attempt = await takeAttempt(ctx, query.get('state') ?? '', readAttemptCookie(cookies))
  if (query.get('error')) throw providerRefused()
  const who = await askProvider(found, query, attempt)
  if (attempt.accountId) {
    // Begun to attach an identity: only for the person who began, still signed in.
    if (ctx.account?.id !== attempt.accountId) throw attemptSpent()
    await attach(ctx, attempt.accountId, who)
    return { cookie: null, awaitsPasskey: false, path: attempt.path }
  }
  const accountId = await accountFor(ctx, who)
  const opened = await openSession(accountId, ctx, cookies, { event: 'signed_in_by_provider' })
  return { ...opened, path: attempt.path }
}

type Attempt = typeof oidcAttempt.$inferSelect

async function takeAttempt(ctx: Context, state: string, secret: string): Promise<Attempt> {
  const [attempt] = await publicDb()
    .delete(oidcAttempt)
    .where(
      and(
        eq(oidcAttempt.stateHash, hashOfAttempt(state, secret)),
        gt(oidcAttempt.expiresAt, ctx.clock.now()),
      ),
    )
    .returning()
  if (!state || !secret || !attempt) throw attemptSpent()
  return attempt
}

async function askProvider({ config, settings }: Provider, query: URLSearchParams, attempt: Attempt) {
  try {
    const back = new URL(`${RETURN_PATH}?${query}`, productOrigin())
    const tokens = await authorizationCodeGrant(config, back, {
      pkceCodeVerifier: attempt.codeVerifier,
      expectedState: query.get('state') ?? '',
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()!
    // Asked for, a level is also demanded: a provider may answer with less.
    if (settings.acr && !settings.acr.split(' ').includes(String(claims.acr)))
      throw new Error('the provider answered with another level of assurance')
    const person = await fetchUserInfo(config, tokens.access_token, claims.sub)
    const isProven = person.email_verified === true || settings.trustEmail
    const email = isProven && person.email ? person.email.trim().toLowerCase() : null
    return { issuer: claims.iss, subject: claims.sub, email }
  } catch (error) {
    log.warn({ err: error }, 'identity provider refused')
    throw providerRefused()
  }
}

/** By the provider's own name for the person; the first time, by an address it has proven. */
async function accountFor(ctx: Context, { issuer, subject, email }: Known): Promise<string> {
  const [linked] = await publicDb()
    .select({ id: accountIdentity.accountId, detachedAt: accountIdentity.detachedAt })
    .from(accountIdentity)
    .where(and(eq(accountIdentity.issuer, issuer), eq(accountIdentity.subject, subject)))
  if (linked?.detachedAt) throw identityDetached()
  const known = linked ? await accountById(linked.id) : email ? await accountOf(email) : undefined
  if (!known || isRefused(known.email)) throw noAccount(email ?? '')
  if (!linked) await attach(ctx, known.id, { issuer, subject })
  return known.id
}

async function attach(
  ctx: Context,
  accountId: string,
  { issuer, subject }: Pick<Known, 'issuer' | 'subject'>,
) {
  const written = await publicDb()
    .insert(accountIdentity)
    .values({ issuer, subject, accountId, createdAt: ctx.clock.now() })
    .onConflictDoUpdate({
      target: [accountIdentity.issuer, accountIdentity.subject],
      set: { accountId, detachedAt: null, createdAt: ctx.clock.now() },
      setWhere: isNotNull(accountIdentity.detachedAt),
    })
    .returning({ accountId: accountIdentity.accountId })
  if (written.length > 0) return recordEvent(accountId, 'identity_attached', ctx)
  const [holder] = await publicDb()
    .select({ accountId: accountIdentity.accountId })
    .from(accountIdentity)
    .where(and(eq(accountIdentity.issuer, issuer), eq(accountIdentity.subject, subject)))
  if (holder?.accountId !== accountId) throw identityTaken()
}
