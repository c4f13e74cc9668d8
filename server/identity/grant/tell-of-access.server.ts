import { eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { account } from '#db/schema/identity.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { type AccessProps, accessMail } from '../mails/access-mail.tsx'

/** Whoever has an access is told when another changes it. */
export async function tellOfAccess(
  tx: Transaction,
  ctx: StaffContext,
  accountId: string,
  what: AccessProps['what'],
  organisation = '',
) {
  if (accountId === ctx.account.id) return
  const [person] = await tx.select().from(account).where(eq(account.id, accountId))
  await queueMail(tx, accessMail, {
    to: person!.email,
    locale: person!.locale,
    networkId: ctx.network.id,
    props: { network: nameOf(ctx.network), what, organisation, link: `/${ctx.network.slug}` },
  })
}
