import { desc, eq } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { outgoingMail } from '#db/schema/kernel.ts'
import { notFound } from '#server/kernel/errors.ts'
import { postOffice } from './post-office.server.ts'
import { renderMail } from './render-mail.server.ts'

export const MOST_MAILS = 200

/** Mails hold links that open accounts: they are shown in a demonstration and nowhere else. */
function demonstrationOnly() {
  if (!postOffice().demo) throw notFound()
}

export async function findMails() {
  demonstrationOnly()
  const { id, toAddress, subject, state, createdAt } = outgoingMail
  return publicDb()
    .select({ id, toAddress, subject, state, createdAt })
    .from(outgoingMail)
    .orderBy(desc(createdAt))
    .limit(MOST_MAILS)
}

export async function readMail(id: string) {
  demonstrationOnly()
  const [mail] = await publicDb().select().from(outgoingMail).where(eq(outgoingMail.id, id))
  if (!mail) throw notFound()
  const { subject, html, text } = await renderMail(mail)
  return { toAddress: mail.toAddress, state: mail.state, createdAt: mail.createdAt, subject, html, text }
}
