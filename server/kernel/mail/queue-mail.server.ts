import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { outgoingMail } from '#db/schema/kernel.ts'
import type { Locale } from '#server/kernel/context.ts'
import type { Mail } from './mail.ts'

/** Written in the act's transaction, sent once it is committed. */
export async function queueMail<Props extends object>(
  tx: Transaction,
  mail: Mail<Props>,
  given: { to: string; locale: Locale; networkId: number | null; props: Props },
) {
  const { to, locale, networkId, props } = given
  const id = v7()
  await tx.insert(outgoingMail).values({
    id,
    networkId,
    toAddress: to,
    locale,
    template: mail.name,
    props: props as Record<string, unknown>,
  })
  return id
}
