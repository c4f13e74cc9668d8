import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { ownDossiers } from './own-dossiers.server.ts'
import { isSelf } from './own-instructor.ts'
import { refreshOwn } from './refresh-conflicts.server.ts'

export type OwnFile = {
  id: string
  number: number
  title: string
  code: string
  sessionId: string
  dueOn: string | null
  holders: string[]
  begun: boolean
  submitted: boolean
}
export type OwnSession = {
  id: string
  name: string
  code: string
  declared: boolean
  dueOn: string | null
  files: number
}

/** What awaits an instructor: declarations first, then files, those that are handed in last. */
export async function ownWork(ctx: Context) {
  demand(ctx, dispositifs['instruction:read'])
  return inNetwork(ctx, async (tx) => {
    await refreshOwn(tx, ctx)
    const { rows: sessions } = await tx.execute<OwnSession>(sql`
      select n.id, n.name, p.code, s.declared_at is not null as declared, t.due_on::text as "dueOn",
        (select count(*)::int from assignment a join dossier d on d.network_id = a.network_id and d.id = a.dossier_id
          where a.network_id = s.network_id and a.instructor_id = s.instructor_id and d.session_id = n.id) as files
      from session_instructor s join instructor i on i.network_id = s.network_id and i.id = s.instructor_id
        join dispositif_session n on n.network_id = s.network_id and n.id = s.session_id
        join dispositif p on p.network_id = n.network_id and p.id = n.dispositif_id
        left join session_instruction t on t.network_id = n.network_id and t.session_id = n.id
      where s.network_id = ${ctx.network.id} and ${isSelf(ctx)}
      order by s.declared_at is not null, n.closes_at desc, n.id`)
    const { rows: files } = await tx.execute<OwnFile>(sql`
      select f.*, r.instructor_id is not null as begun, r.submitted_at is not null as submitted
      from (select d.network_id, d.id, i.id as instructor, d.number, d.title, p.code, n.id as "sessionId", t.due_on::text as "dueOn",
          case when t.anonymous then '{}' else array(select o.name from dossier_holder h
            join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
            where h.network_id = d.network_id and h.dossier_id = d.id order by h.lead desc, o.name) end as holders
        from (select d.*, i.id as reader ${ownDossiers(ctx)}) d
          join instructor i on i.network_id = d.network_id and i.id = d.reader
          join dispositif_session n on n.network_id = d.network_id and n.id = d.session_id
          join dispositif p on p.network_id = n.network_id and p.id = n.dispositif_id
          left join session_instruction t on t.network_id = n.network_id and t.session_id = n.id) f
        left join review r on r.network_id = f.network_id and r.dossier_id = f.id and r.instructor_id = f.instructor
      order by r.submitted_at is not null, f."dueOn" nulls last, f.code, f.number`)
    return { sessions, files, held: await heldOf(tx, ctx) }
  })
}

/** How many files given to one wait for the team to settle a tie: which ones is no longer said. */
async function heldOf(tx: Transaction, ctx: StaffContext): Promise<number> {
  const { rows } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from assignment a
    join instructor i on i.network_id = a.network_id and i.id = a.instructor_id and ${isSelf(ctx)}
    join conflict c on c.network_id = a.network_id and c.dossier_id = a.dossier_id
      and c.instructor_id = a.instructor_id and c.state = 'proposed'
    where a.network_id = ${ctx.network.id}`)
  return rows[0]!.n
}
