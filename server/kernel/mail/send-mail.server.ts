import { and, eq, lt, or, sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { outgoingMail } from '#db/schema/kernel.ts'
import { systemClock } from '#server/kernel/clock.ts'
import type { QueuedJob } from '#server/kernel/queue.ts'
import { hasBounced, rememberBounce } from './bounces.server.ts'
import { postOffice } from './post-office.server.ts'
import { SEND_MAIL } from './queue-mail.server.ts'
import { type RenderedMail, renderMail } from './render-mail.server.ts'

/** A worker that held a mail this long without a word is gone. */
const GONE_AFTER_MS = 5 * 60_000
/** The first, and as many as the queue tries again. */
const MOST_ATTEMPTS = 13

type Row = typeof outgoingMail.$inferSelect

/**
 * Hands one mail to the mail server. The row is marked `sending` and committed before the server is
 * spoken to, so that two workers never hand over the same mail, and `sent` after it accepted. A worker
 * killed between the server's yes and our `sent` is the one case left where a mail may go twice: once
 * more a crash, never more than MOST_ATTEMPTS in all, and always under the same Message-ID, by which
 * most receivers drop the second. The other way round (mark first, never retry) would lose mails.
 */
export const sendMail: QueuedJob<{ mail: string }> = {
  name: SEND_MAIL,
  run: async ({ mail: id }) => {
    const { transport, demo } = postOffice()
    if (!transport && !demo) return // stays waiting; taken up when a server is configured
    const row = await take(id)
    if (!row) return
    if (transport && (await hasBounced(row.toAddress)))
      return end(row, { state: 'suppressed', error: 'bounced_before' })
    try {
      const rendered = await renderMail(row)
      const messageId = transport ? await handOver(row, rendered) : idOf(row)
      await end(row, {
        state: 'sent',
        subject: rendered.subject,
        messageId,
        error: null,
        sentAt: systemClock.now(),
        ...(demo ? {} : { props: {} }),
      })
    } catch (error) {
      await failed(row, error as SmtpError)
    }
  },
}

class BeingSentError extends Error {}

async function take(id: string): Promise<Row | undefined> {
  const now = systemClock.now()
  const [row] = await publicDb()
    .update(outgoingMail)
    .set({ state: 'sending', sendingSince: now, attempts: sql`${outgoingMail.attempts} + 1` })
    .where(
      and(
        eq(outgoingMail.id, id),
        or(
          eq(outgoingMail.state, 'waiting'),
          and(
            eq(outgoingMail.state, 'sending'),
            lt(outgoingMail.sendingSince, new Date(now.getTime() - GONE_AFTER_MS)),
          ),
        ),
      ),
    )
    .returning()
  if (row) return row
  const [other] = await publicDb()
    .select({ state: outgoingMail.state })
    .from(outgoingMail)
    .where(eq(outgoingMail.id, id))
  // Another worker has it, or was killed with it: looked at again later.
  if (other?.state === 'sending') throw new BeingSentError('another worker is sending this mail')
}

async function handOver(row: Row, { subject, html, text, senderName, unsubscribe }: RenderedMail) {
  const { transport, from, replyTo } = postOffice()
  await transport!.sendMail({
    from: { name: senderName, address: from },
    to: { name: '', address: row.toAddress },
    envelope: { from, to: [row.toAddress] },
    ...(replyTo ? { replyTo } : {}),
    subject,
    html,
    text,
    messageId: idOf(row),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      // Our page takes the reader's mail program at its word: one POST stops them.
      ...(unsubscribe ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    },
    ...(unsubscribe ? { list: { unsubscribe } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return idOf(row)
}

/** Made from the row: the same whatever the try. */
const idOf = (row: Row) => `<${row.id}@${postOffice().from.split('@')[1]}>`

type SmtpError = Error & { code?: string; command?: string; responseCode?: number }

async function failed(row: Row, error: SmtpError) {
  const told = `${error.responseCode ?? error.code ?? ''} ${error.message}`.trim().slice(0, 300)
  const refusedForGood = error.command === 'RCPT TO' && (error.responseCode ?? 0) >= 500
  if (refusedForGood) {
    await publicDb().transaction(async (tx) => {
      await rememberBounce(tx, row.toAddress, told, systemClock.now())
      await tx
        .update(outgoingMail)
        .set({ state: 'bounced', error: told, sendingSince: null })
        .where(eq(outgoingMail.id, row.id))
    })
    return
  }
  await end(row, { state: row.attempts >= MOST_ATTEMPTS ? 'failed' : 'waiting', error: told })
  throw error // the queue tries again later, or keeps it among its dead letters
}

async function end(row: Row, set: Partial<Row>) {
  await publicDb()
    .update(outgoingMail)
    .set({ ...set, sendingSince: null })
    .where(and(eq(outgoingMail.id, row.id), eq(outgoingMail.state, 'sending')))
}
