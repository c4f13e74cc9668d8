import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { may } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { isBarred, isSelf } from './own-instructor.ts'
import { refreshOwn } from './refresh-conflicts.server.ts'

/**
 * The files one may read, and no other: given to oneself, in a session one is chosen for and has declared one's
 * interests in, and from which no conflict keeps one. What a page or a document shows starts here.
 */
export const ownDossiers = (ctx: StaffContext): SQL => sql`
  from assignment a
    join instructor i on i.network_id = a.network_id and i.id = a.instructor_id and ${isSelf(ctx)}
    join dossier d on d.network_id = a.network_id and d.id = a.dossier_id and d.state not in ('merged', 'draft')
    join session_instructor s on s.network_id = a.network_id and s.session_id = d.session_id
      and s.instructor_id = i.id and s.declared_at is not null
  where a.network_id = ${ctx.network.id} and not ${isBarred}`

/** Scope, then find: one of these, or nothing. */
export async function ownDossier(tx: Transaction, ctx: StaffContext, dossierId: string) {
  const { rows } = await tx.execute<{ instructorId: string; sessionId: string; state: string }>(sql`
    select i.id as "instructorId", d.session_id as "sessionId", d.state
    ${ownDossiers(ctx)} and d.id = ${dossierId} for update of a`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** The same to write of it, also by whom the team has just taken it from: what they had typed is not lost. */
export async function ownReading(tx: Transaction, ctx: StaffContext, dossierId: string) {
  const { rows } = await tx.execute<{ instructorId: string; sessionId: string }>(sql`
    select i.id as "instructorId", d.session_id as "sessionId"
    from reading_return b
      join instructor i on i.network_id = b.network_id and i.id = b.instructor_id and ${isSelf(ctx)}
      join dossier d on d.network_id = b.network_id and d.id = b.dossier_id and d.state not in ('merged', 'draft')
    where b.network_id = ${ctx.network.id} and b.dossier_id = ${dossierId} and b.taken and not ${isBarred}`)
  if (rows[0]) return { ...rows[0], taken: true }
  return { ...(await ownDossier(tx, ctx, dossierId)), taken: false }
}

/** The same, with what became known since: null if a tie that nobody had seen has just hidden it. */
export async function ownDossierNow(tx: Transaction, ctx: StaffContext, dossierId: string) {
  const mine = await ownDossier(tx, ctx, dossierId)
  await refreshOwn(tx, ctx, dossierId)
  const { rows } = await tx.execute(sql`select 1 ${ownDossiers(ctx)} and d.id = ${dossierId}`)
  return rows.length > 0 ? mine : null
}

/** Its attached files too, unless they are read without names: what is in a document cannot be hidden. */
export async function isGivenToRead(tx: Transaction, ctx: StaffContext, dossierId: string): Promise<boolean> {
  if (!may(ctx, dispositifs['instruction:read'])) return false
  await refreshOwn(tx, ctx, dossierId)
  const { rows } = await tx.execute(sql`select 1 ${ownDossiers(ctx)} and d.id = ${dossierId}
    and not exists (select from session_instruction t where t.network_id = d.network_id
      and t.session_id = d.session_id and t.anonymous)`)
  return rows.length > 0
}
