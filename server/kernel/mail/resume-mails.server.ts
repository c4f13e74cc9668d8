import { sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { enqueue } from '#server/kernel/queue.ts'
import { SEND_MAIL } from './queue-mail.server.ts'

const AT_ONCE = 500

/** Mails nobody is about to send: those that waited for a mail server, those a killed worker held. */
export const resumeMails: ScheduledJob = {
  name: 'kernel.resume-mails',
  cron: '*/5 * * * *',
  run: async () => {
    const { rows } = await publicDb().execute<{ id: string }>(sql`
      select id from outgoing_mail mail
      where state in ('waiting', 'sending') and created_at < now() - interval '2 minutes'
        and not exists (
          select from pgboss.job
          where name = ${SEND_MAIL} and state < 'completed' and data ->> 'mail' = mail.id::text
        )
      order by created_at limit ${AT_ONCE}`)
    for (const { id } of rows) await enqueue(publicDb(), SEND_MAIL, { mail: id })
  },
}
