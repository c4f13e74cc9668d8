import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { ConflictReason, ReviewOpinion } from '#db/schema/dispositifs/jury.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { getDossier } from '../dossier/get-dossier.server.ts'
import type { Scores } from '../grid/grid.schema.ts'
import { disagreement } from '../grid/grid.ts'
import { dispositifs } from '../permissions.ts'
import { gridOf } from './grid-of.server.ts'
import { proposeConflicts } from './propose-conflicts.server.ts'

export type GivenReader = {
  id: string
  name: string
  given: boolean
  barred: boolean
  reasons: ConflictReason[]
  conflict: 'proposed' | 'confirmed' | 'dismissed' | null
  recused: boolean
  load: number
  submittedAt: Date | null
  scores: Scores | null
  score: number | null
  opinion: ReviewOpinion | null
  comment: string | null
  amountCents: number | null
  /** Handed over, or taken back: why, and since when. What they had noted until then is read by the team. */
  returned: { at: string; reason: string; taken: boolean } | null
}
export type ExpertLine = {
  id: string
  name: string
  email: string
  question: string
  dueOn: string | null
  sections: string[]
  answer: string
  answeredAt: Date | null
  withdrawn: boolean
}

/** Handed in, or left unfinished by somebody who handed the file over. */
const READ_BY_TEAM = sql`(r.submitted_at is not null or b.reason is not null)`

/** One file as the team follows its reading: who reads it, what they say, what keeps others from it. Private notes are nobody's but theirs. */
export async function dossierInstruction(ctx: Context, dossierId: string) {
  demand(ctx, dispositifs['jury:read'])
  const found = await getDossier(ctx, dossierId)
  return inNetwork(ctx, async (tx) => {
    await proposeConflicts(tx, ctx, found.session.id)
    const { grid } = await gridOf(tx, ctx, found.session.id)
    const { rows: readers } = await tx.execute<GivenReader>(sql`
      select i.id, i.name, a.instructor_id is not null as given, coalesce(c.state <> 'dismissed', false) as barred,
        coalesce(c.reasons, '[]') as reasons, c.state as conflict, coalesce(c.recused, false) as recused,
        (select count(*)::int from assignment b join dossier f on f.network_id = b.network_id and f.id = b.dossier_id
          where b.network_id = i.network_id and b.instructor_id = i.id and f.session_id = ${found.session.id}) as load,
        r.submitted_at as "submittedAt", r.score,
        case when ${READ_BY_TEAM} then r.scores end as scores,
        case when ${READ_BY_TEAM} then r.opinion end as opinion,
        case when ${READ_BY_TEAM} then r.comment end as comment,
        case when ${READ_BY_TEAM} then r.amount_cents::float8 end as "amountCents",
        case when b.reason is not null
          then jsonb_build_object('at', b.returned_at, 'reason', b.reason, 'taken', b.taken) end as returned
      from session_instructor s join instructor i on i.network_id = s.network_id and i.id = s.instructor_id
        left join assignment a on a.network_id = i.network_id and a.dossier_id = ${dossierId} and a.instructor_id = i.id
        left join conflict c on c.network_id = i.network_id and c.dossier_id = ${dossierId} and c.instructor_id = i.id
        left join review r on r.network_id = i.network_id and r.dossier_id = ${dossierId} and r.instructor_id = i.id
        left join reading_return b on b.network_id = i.network_id and b.dossier_id = ${dossierId} and b.instructor_id = i.id
      where s.network_id = ${ctx.network.id} and s.session_id = ${found.session.id}
        and (i.ended_at is null or ${READ_BY_TEAM})
      order by i.name collate "fr-x-icu", i.id`)
    const { rows: experts } = await tx.execute<ExpertLine>(sql`
      select id, name, email, question, due_on::text as "dueOn", sections, answer, answered_at as "answeredAt",
        withdrawn_at is not null as withdrawn
      from expert_request where network_id = ${ctx.network.id} and dossier_id = ${dossierId} order by created_at, id`)
    const handedIn = readers.flatMap(({ scores, barred, submittedAt }) =>
      scores && submittedAt && !barred ? [scores] : [],
    )
    return { found, grid, readers, experts, parting: grid ? disagreement(grid, handedIn) : null }
  })
}
