import { accountById } from '../account/account-of.server.ts'
import type { Asker } from '../account/asker.ts'
import { linkSpent } from '../errors.ts'
import { openSession } from '../session/open-session.server.ts'
import { isRefused } from './demo-accounts.ts'
import { spendLink } from './links.server.ts'
import { ownPath } from './own-path.ts'

export async function openByLink(asker: Asker, token: string, formerCookie: string | null) {
  const link = await spendLink(token, 'sign_in', asker.clock.now())
  const known = link && (await accountById(link.accountId))
  if (!known || isRefused(known.email)) throw linkSpent()
  const opened = await openSession(known.id, asker, formerCookie, { event: 'signed_in_by_link' })
  return { ...opened, path: ownPath(link.path, '') }
}
