import { globally } from '#db/client.ts'
import { accountToken } from '#db/schema/identity.ts'
import { log } from '#server/kernel/log.ts'
import type { Mail } from '#server/kernel/mail/mail.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { accountOf } from '../account/account-of.server.ts'
import type { Asker } from '../account/asker.ts'
import { type LinkProps, resetLinkMail, signInLinkMail } from '../mails/link-mails.tsx'
import { mayAskLink } from './attempts.server.ts'
import { isRefused } from './demo-accounts.ts'
import { MINUTES, newToken, type Purpose } from './links.server.ts'

const MAILS: Record<Purpose, Mail<LinkProps>> = { sign_in: signInLinkMail, reset: resetLinkMail }
const PATHS: Record<Purpose, string> = { sign_in: '/connexion/lien', reset: '/connexion/oubli' }

/**
 * Sends a link to who has an account. The answer neither waits for it nor tells: a known address, an
 * unknown one and one that asked too often are the same to who watches.
 */
export function askLink(asker: Asker, purpose: Purpose, email: string, path: string) {
  void sendLink(asker, purpose, email, path).catch((error) => log.error({ err: error }, 'link not sent'))
}

async function sendLink(asker: Asker, purpose: Purpose, email: string, path: string) {
  if (!(await mayAskLink(email))) return
  const known = await accountOf(email)
  if (!known || isRefused(email)) return
  const { token, hash } = newToken()
  const minutes = MINUTES[purpose]
  const expiresAt = new Date(asker.clock.now().getTime() + minutes * 60_000)
  await globally(async (tx) => {
    await tx.insert(accountToken).values({ tokenHash: hash, accountId: known.id, purpose, path, expiresAt })
    await queueMail(tx, MAILS[purpose], {
      to: known.email,
      locale: known.locale,
      networkId: null,
      props: { name: known.name, link: `${PATHS[purpose]}/${token}`, minutes },
    })
  })
}
