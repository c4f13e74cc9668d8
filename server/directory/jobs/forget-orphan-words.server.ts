import { sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'

/** Words whose last listing was unpublished leave the vocabulary within a day. */
export const forgetOrphanWords: ScheduledJob = {
  name: 'directory.forget-orphan-words',
  cron: '41 3 * * *',
  run: async () => {
    await publicDb().execute(sql`
      delete from listing_word w where not exists (
        select 1 from organisation_listing where search @@ plainto_tsquery('maillage_fr', w.word))
      and not exists (select 1 from project_listing where search @@ plainto_tsquery('maillage_fr', w.word))`)
  },
}
