import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { ConflictReason } from '#db/schema/dispositifs/jury.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { Interested, Tie } from './interest-source.ts'
import { INTEREST_SOURCES } from './sources.ts'

type Place = { dossierId: string; organisationId: string; place: string; organisation: string }
export type Pair = { dossierId: string; instructorId: string }
type Known = Pair & {
  reasons: ConflictReason[]
  state: string
  recused: boolean
}

const pairOf = (one: Pair) => `${one.dossierId} ${one.instructorId}`
/** A reason is the same when it names the same tie to the same place in the file. */
const keyOf = ({ kind, said }: ConflictReason) => `${kind} ${said.organisation} ${said.place}`

/** Files that are still being talked about: what came to an end is not judged again for what happened since. */
export const IN_PLAY: SQL = sql`(d.state in ('submitted', 'to_correct', 'complete', 'eligible', 'instructed')
  or exists (select from sitting_item t join sitting g on g.network_id = t.network_id and g.id = t.sitting_id
      and g.round = t.round and g.signed_round < g.round
    where t.network_id = d.network_id and t.dossier_id = d.id))`

/** For all the files of a session and all those who may read it, or talk about it. */
export const proposeConflicts = (tx: Transaction, ctx: NetworkContext, sessionId: string) =>
  compareTies(tx, ctx, {
    people: sql`select s.instructor_id from session_instructor s
        where s.network_id = ${ctx.network.id} and s.session_id = ${sessionId}
      union select m.instructor_id from sitting_session x
        join sitting_member m on m.network_id = x.network_id and m.sitting_id = x.sitting_id
      where x.network_id = ${ctx.network.id} and x.session_id = ${sessionId}`,
    files: sql`d.session_id = ${sessionId} and ${IN_PLAY}`,
  })

/**
 * Puts what is known now in front of the team: whoever is tied to an organisation of a file is proposed to be
 * in conflict, which hides it until somebody says otherwise. One that was dismissed comes back for a new reason
 * alone; one that was proposed goes with its facts. Answers those that nobody had seen before.
 */
export async function compareTies(
  tx: Transaction,
  ctx: NetworkContext,
  { people: chosen, files }: { people: SQL; files: SQL },
): Promise<Pair[]> {
  const people = await peopleOf(tx, ctx, chosen)
  if (people.length === 0) return []
  const ties: Tie[] = []
  for (const source of INTEREST_SOURCES) ties.push(...(await source(tx, ctx, people)))
  const places = await placesOf(tx, ctx, files, [...new Set(ties.map((one) => one.organisationId))])
  const found = foundIn(ties, places)
  const known = await knownOf(tx, ctx, files, people)
  const before = new Map(known.map((one) => [pairOf(one), one]))
  const write = [...found.values()].filter((one) => {
    const old = before.get(pairOf(one))
    return !old || one.reasons.some((reason) => !old.reasons.some((told) => keyOf(told) === keyOf(reason)))
  })
  if (write.length > 0)
    await tx.execute(sql`
      insert into conflict (network_id, dossier_id, instructor_id, reasons, state)
      select ${ctx.network.id}, r."dossierId", r."instructorId", r.reasons, 'proposed'
      from jsonb_to_recordset(${JSON.stringify(write)}::jsonb)
        as r("dossierId" uuid, "instructorId" uuid, reasons jsonb)
      on conflict (network_id, dossier_id, instructor_id) do update set reasons = excluded.reasons,
        state = case when conflict.state = 'dismissed' then 'proposed' else conflict.state end`)
  const gone = known.filter((one) => one.state === 'proposed' && !one.recused && !found.has(pairOf(one)))
  if (gone.length > 0)
    await tx.execute(sql`
      delete from conflict c using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb)
        as r("dossierId" uuid, "instructorId" uuid)
      where c.network_id = ${ctx.network.id} and c.dossier_id = r."dossierId" and c.instructor_id = r."instructorId"`)
  return write.filter((one) => (before.get(pairOf(one))?.state ?? 'dismissed') === 'dismissed')
}

/** Each tie to an organisation, at each place that it has in a file. */
function foundIn(ties: Tie[], places: Place[]) {
  const byOrganisation = Map.groupBy(places, ({ organisationId }) => organisationId)
  const found = new Map<string, Pair & { reasons: ConflictReason[] }>()
  for (const { instructorId, organisationId, kind, said } of ties)
    for (const { dossierId, place, organisation } of byOrganisation.get(organisationId) ?? []) {
      const pair = { dossierId, instructorId }
      const one = found.get(pairOf(pair)) ?? { ...pair, reasons: [] }
      one.reasons.push({ kind, said: { ...said, organisation, place } })
      found.set(pairOf(pair), one)
    }
  return found
}

async function peopleOf(tx: Transaction, ctx: NetworkContext, chosen: SQL) {
  const { rows } = await tx.execute<Interested>(sql`
    select i.id, coalesce(i.account_id, a.id) as "accountId", coalesce(b.email, i.email) as email,
      i.organisation_id as "organisationId"
    from instructor i left join account a on a.email = i.email left join account b on b.id = i.account_id
    where i.network_id = ${ctx.network.id} and i.ended_at is null and i.id in (${chosen})`)
  return rows
}

/** The place that these organisations have in the files: who leads, who holds with them, who sponsors. */
async function placesOf(tx: Transaction, ctx: NetworkContext, files: SQL, organisations: string[]) {
  if (organisations.length === 0) return []
  const asked = sql`any (${sql.param(organisations)}::uuid[])`
  const { rows } = await tx.execute<Place>(sql`
    select d.id as "dossierId", h.organisation_id as "organisationId",
      case when h.lead then 'holder' else 'coholder' end as place, o.name as organisation
    from dossier_holder h join dossier d on d.network_id = h.network_id and d.id = h.dossier_id
      join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
    where h.network_id = ${ctx.network.id} and h.organisation_id = ${asked} and ${files}
    union all
    select d.id, d.sponsor_id, 'sponsor', o.name from dossier d
      join organisation o on o.network_id = d.network_id and o.id = d.sponsor_id
    where d.network_id = ${ctx.network.id} and d.sponsor_id = ${asked} and ${files}`)
  return rows
}

async function knownOf(tx: Transaction, ctx: NetworkContext, files: SQL, people: Interested[]) {
  const { rows } = await tx.execute<Known>(sql`
    select c.dossier_id as "dossierId", c.instructor_id as "instructorId", c.reasons, c.state, c.recused
    from conflict c join dossier d on d.network_id = c.network_id and d.id = c.dossier_id
    where c.network_id = ${ctx.network.id} and ${files}
      and c.instructor_id = any (${sql.param(people.map(({ id }) => id))}::uuid[])`)
  return rows
}
