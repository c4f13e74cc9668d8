import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { everyNetwork } from '#server/kernel/networks.ts'

/**
 * The database keeps the words of records at each write, and forgets at once those of a person who is erased.
 * The others go at night, with what two writes at once left or lost, each counting on the other.
 */
export const forgetOrphanWords: ScheduledJob = {
  name: 'crm.forget_orphan_words',
  cron: '47 3 * * *',
  run: async () => {
    for (const network of everyNetwork())
      await inNetwork({ network }, async (tx) => {
        const mine = sql`network_id = ${network.id}`
        await tx.execute(sql`
          with said as materialized (select distinct word
          from (select folded from organisation where ${mine} union all select folded from person where ${mine}) f,
            words_in(f.folded) word
            where length(word) between 3 and 60 and word !~ '[0-9]'),
          gone as (delete from record_word where ${mine} and word not in (select word from said))
          insert into record_word (network_id, word) select ${network.id}, word from said order by word
          on conflict do nothing`)
      })
  },
}
