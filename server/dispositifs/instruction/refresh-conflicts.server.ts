import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext, StaffContext } from '#server/kernel/context.ts'
import { notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import { isSelf } from './own-instructor.ts'
import { compareTies, IN_PLAY, type Pair } from './propose-conflicts.server.ts'

/**
 * What became known since files were given: somebody is now treasurer of a holder, or another holder joined.
 * Asked whenever they are about to be read or talked about, for the person or the sitting alone. The team
 * hears of what is new.
 */
export async function refreshOwn(tx: Transaction, ctx: StaffContext, dossierId?: string) {
  const self = sql`select i.id from instructor i where ${isSelf(ctx)}`
  const near = sql`(exists (select from assignment a where a.network_id = d.network_id and a.dossier_id = d.id
      and a.instructor_id in (${self}))
    or exists (select from sitting_item t join sitting_member m on m.network_id = t.network_id
        and m.sitting_id = t.sitting_id and m.round = t.round
      where t.network_id = d.network_id and t.dossier_id = d.id and m.instructor_id in (${self})))`
  const files = dossierId ? sql`d.id = ${dossierId}` : sql`true`
  await refresh(tx, ctx, { people: self, files: sql`${files} and ${IN_PLAY} and ${near}` })
}

/** The members of a sitting against its agenda, or one file of it. Answers who must leave that nobody knew of. */
export function refreshSitting(tx: Transaction, ctx: NetworkContext, sittingId: string, dossierId?: string) {
  const files: SQL = dossierId
    ? sql`d.id = ${dossierId}`
    : sql`exists (select from sitting_item t join sitting g on g.network_id = t.network_id and g.id = t.sitting_id
        and g.round = t.round and g.signed_round < g.round
      where t.network_id = d.network_id and t.dossier_id = d.id and t.sitting_id = ${sittingId})`
  const people = sql`select m.instructor_id from sitting_member m join sitting g on g.network_id = m.network_id
      and g.id = m.sitting_id and g.round = m.round
    where m.network_id = ${ctx.network.id} and m.sitting_id = ${sittingId}`
  return refresh(tx, ctx, { people, files })
}

async function refresh(tx: Transaction, ctx: NetworkContext, asked: { people: SQL; files: SQL }) {
  const found = await compareTies(tx, ctx, asked)
  if (found.length > 0) await tellTeam(tx, ctx, found)
  return found
}

/** Once a person and a session, however many of its files they are tied to. */
async function tellTeam(tx: Transaction, ctx: NetworkContext, found: Pair[]) {
  const { rows } = await tx.execute<{ name: string; sessionId: string; session: string }>(sql`
    select distinct i.name, n.id as "sessionId", n.name as session
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as r("dossierId" uuid, "instructorId" uuid)
      join instructor i on i.network_id = ${ctx.network.id} and i.id = r."instructorId"
      join dossier d on d.network_id = i.network_id and d.id = r."dossierId"
      join dispositif_session n on n.network_id = d.network_id and n.id = d.session_id`)
  for (const { name, session, sessionId } of rows)
    await notifyTeam(tx, ctx, {
      ...{ kind: 'dispositifs.tie_found', params: { name, session } },
      path: `/${ctx.network.slug}/bureau/dispositifs/sessions/${sessionId}/instruction`,
    })
}
