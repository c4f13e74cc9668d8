import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { outgoingMail } from '#db/schema/kernel.ts'
import type { Locale } from '#server/kernel/context.ts'
import { enqueue } from '#server/kernel/queue.ts'
import type { Mail } from './mail.ts'

export const SEND_MAIL = 'kernel.send-mail'

/** Written in the act's transaction, sent once it is committed. */
export async function queueMail<Props extends object>(
  tx: Transaction,
  mail: Mail<Props>,
  given: {
    to: string
    locale: Locale
    networkId: number | null
    props: Props
    /** Many at once leave one after the other: a mail server slows down whoever sends in gusts. */
    afterSeconds?: number
  },
) {
  const { to, locale, networkId, props, afterSeconds } = given
  const id = v7()
  await tx.insert(outgoingMail).values({
    id,
    networkId,
    toAddress: to,
    locale,
    template: mail.name,
    props: storable(props),
  })
  await enqueue(tx, SEND_MAIL, { mail: id }, { afterSeconds })
  return id
}

/** A text pasted with a NUL, which PostgreSQL does not keep, must not undo the act it belongs to. */
const storable = (props: object): Record<string, unknown> =>
  JSON.parse(JSON.stringify(props), (_key, value) =>
    typeof value === 'string' ? value.replaceAll('\0', '') : value,
  )
