import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { Short } from '#db/schema/dispositifs/jury.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { type Distribution, distribute, type Instructor, type Pair } from '../distribution/distribute.ts'
import { waitForReaders } from './take-turns.server.ts'
import { tellReaders } from './tell-readers.server.ts'

/** States in which files are read. */
export const READ_IN = ['submitted', 'complete', 'eligible'] as const
/** Of these, somebody checked that nothing is missing. */
export const CHECKED = ['complete', 'eligible'] as const

type File = { id: string; subjects: string[]; conflicts: string[] }

/** What a distribution of a session has to know, as it is now; what is read already goes on being read. */
export async function questionOf(
  tx: Transaction,
  ctx: StaffContext,
  sessionId: string,
  states: readonly string[] = READ_IN,
) {
  const network = ctx.network.id
  const { rows: files } = await tx.execute<File>(sql`
    select d.id, d.countries || coalesce((select array_agg(s #>> '{}') from jsonb_path_query(d.answers, '$.sectors[*]') s), '{}')
        as subjects,
      array(select c.instructor_id::text from conflict c where c.network_id = d.network_id and c.dossier_id = d.id
          and c.state <> 'dismissed'
        union select b.instructor_id::text from reading_return b
          where b.network_id = d.network_id and b.dossier_id = d.id) as conflicts
    from dossier d where d.network_id = ${network} and d.session_id = ${sessionId}
      and d.state = any (${sql.param([...READ_IN])}::text[])
      and (d.state = any (${sql.param([...states])}::text[]) or exists (select 1 from assignment a
        where a.network_id = d.network_id and a.dossier_id = d.id))`)
  const { rows: instructors } = await tx.execute<Instructor & Record<string, unknown>>(sql`
    select i.id, i.sectors || i.countries || i.publics as expertise, i.most
    from session_instructor s join instructor i on i.network_id = s.network_id and i.id = s.instructor_id
    where s.network_id = ${network} and s.session_id = ${sessionId} and i.ended_at is null`)
  const { rows: taken } = await tx.execute<{ dossier: string; instructor: string; handedIn: boolean }>(sql`
    select a.dossier_id as dossier, a.instructor_id as instructor, r.submitted_at is not null as "handedIn"
    from assignment a join dossier d on d.network_id = a.network_id and d.id = a.dossier_id
      left join review r on r.network_id = a.network_id and r.dossier_id = a.dossier_id
        and r.instructor_id = a.instructor_id
    where a.network_id = ${network} and d.session_id = ${sessionId}`)
  const { rows: set } = await tx.execute<{ readers: number }>(sql`
    select readers from session_instruction where network_id = ${network} and session_id = ${sessionId}`)
  return { files, instructors, taken, perDossier: set[0]?.readers ?? 2 }
}

/** What is given as `a` and not handed in. */
export const notHandedIn = sql`not exists (select from review r where r.network_id = a.network_id
  and r.dossier_id = a.dossier_id and r.instructor_id = a.instructor_id and r.submitted_at is not null)`

/** What was handed in stays on record, even of somebody who left since. */
export async function writeDistribution(
  tx: Transaction,
  ctx: StaffContext,
  { added, removed }: Pick<Distribution, 'added' | 'removed'>,
  handedIn: ReadonlySet<string>,
) {
  const gone = removed.filter(({ dossier, instructor }) => !handedIn.has(`${dossier} ${instructor}`))
  const those = sql`(a.dossier_id, a.instructor_id) in (select r.dossier, r.instructor
    from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as r(dossier uuid, instructor uuid))`
  if (gone.length > 0) await waitForReaders(tx, ctx, those)
  await tx.execute(
    sql`delete from assignment a where a.network_id = ${ctx.network.id} and ${those} and ${notHandedIn}`,
  )
  await tx.execute(sql`
    insert into assignment (network_id, dossier_id, instructor_id, given_at, given_by)
    select ${ctx.network.id}, r.dossier, r.instructor, ${ctx.clock.now().toISOString()}::timestamptz, ${ctx.account.id}::uuid
    from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as r(dossier uuid, instructor uuid)
    on conflict do nothing`)
}

export const handedInOf = (taken: readonly (Pair & { handedIn: boolean })[]) =>
  new Set(
    taken.filter(({ handedIn }) => handedIn).map(({ dossier, instructor }) => `${dossier} ${instructor}`),
  )

/** Somebody abstains from these files: another reader is found for each, where there is one. */
export async function passOn(tx: Transaction, ctx: StaffContext, sessionId: string, dossierIds: string[]) {
  const { files, instructors, taken, perDossier } = await questionOf(tx, ctx, sessionId)
  const asked = files.filter(({ id }) => dossierIds.includes(id))
  if (asked.length === 0) return
  const outcome = distribute({ dossiers: asked, instructors, perDossier, taken })
  await writeDistribution(tx, ctx, outcome, handedInOf(taken))
  await tellReaders(tx, ctx, sessionId, outcome.added)
  const { rows } = await tx.execute<{ short: Short[] }>(sql`
    select short from session_instruction where network_id = ${ctx.network.id} and session_id = ${sessionId}`)
  if (!rows[0]) return
  const short = [...rows[0].short.filter(({ dossier }) => !dossierIds.includes(dossier)), ...outcome.short]
  await tx.execute(sql`update session_instruction set short = ${JSON.stringify(short)}::jsonb
    where network_id = ${ctx.network.id} and session_id = ${sessionId}`)
}

/** All that an instructor had and did not hand in, session by session. */
export async function passOnAll(tx: Transaction, ctx: StaffContext, instructorId: string) {
  await waitForReaders(tx, ctx, sql`a.instructor_id = ${instructorId}`)
  const { rows } = await tx.execute<{ sessionId: string; ids: string[] }>(sql`
    select d.session_id as "sessionId", array_agg(d.id) as ids
    from assignment a join dossier d on d.network_id = a.network_id and d.id = a.dossier_id
    where a.network_id = ${ctx.network.id} and a.instructor_id = ${instructorId} and ${notHandedIn}
    group by d.session_id`)
  for (const { sessionId, ids } of rows) {
    await tx.execute(sql`delete from assignment where network_id = ${ctx.network.id}
      and instructor_id = ${instructorId} and dossier_id = any (${sql.param(ids)}::uuid[])`)
    await passOn(tx, ctx, sessionId, ids)
  }
}
