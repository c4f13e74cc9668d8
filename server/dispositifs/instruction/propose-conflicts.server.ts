import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { ConflictReason } from '#db/schema/dispositifs/jury.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { Interested } from './interest-source.ts'
import { INTEREST_SOURCES } from './sources.ts'

type Place = { dossierId: string; organisationId: string; place: string; organisation: string }
type Known = {
  dossierId: string
  instructorId: string
  reasons: ConflictReason[]
  state: string
  recused: boolean
}

const pairOf = (one: { dossierId: string; instructorId: string }) => `${one.dossierId} ${one.instructorId}`
/** A reason is the same when it names the same tie to the same place in the file. */
const keyOf = ({ kind, said }: ConflictReason) => `${kind} ${said.organisation} ${said.place}`

/**
 * Puts what is known now in front of the team: whoever is tied to an organisation of a file is proposed to be
 * in conflict, which hides it until somebody says otherwise. One that was dismissed comes back for a new reason
 * alone; one that was proposed goes with its facts.
 */
export async function proposeConflicts(tx: Transaction, ctx: NetworkContext, sessionId: string) {
  const people = await chosenOf(tx, ctx, sessionId)
  if (people.length === 0) return
  const places = await placesOf(tx, ctx, sessionId)
  const byOrganisation = Map.groupBy(places, ({ organisationId }) => organisationId)
  const found = new Map<string, { dossierId: string; instructorId: string; reasons: ConflictReason[] }>()
  for (const source of INTEREST_SOURCES)
    for (const { instructorId, organisationId, kind, said } of await source(tx, ctx, people))
      for (const { dossierId, place, organisation } of byOrganisation.get(organisationId) ?? []) {
        const pair = { dossierId, instructorId }
        const one = found.get(pairOf(pair)) ?? { ...pair, reasons: [] }
        one.reasons.push({ kind, said: { ...said, organisation, place } })
        found.set(pairOf(pair), one)
      }
  const known = await knownOf(tx, ctx, sessionId)
  const before = new Map(known.map((one) => [pairOf(one), one]))
  const write = [...found.values()].filter((one) => {
    const old = before.get(pairOf(one))
    return !old || one.reasons.some((reason) => !old.reasons.some((told) => keyOf(told) === keyOf(reason)))
  })
  await tx.execute(sql`
    insert into conflict (network_id, dossier_id, instructor_id, reasons, state)
    select ${ctx.network.id}, r."dossierId", r."instructorId", r.reasons, 'proposed'
    from jsonb_to_recordset(${JSON.stringify(write)}::jsonb)
      as r("dossierId" uuid, "instructorId" uuid, reasons jsonb)
    on conflict (network_id, dossier_id, instructor_id) do update set reasons = excluded.reasons,
      state = case when conflict.state = 'dismissed' then 'proposed' else conflict.state end`)
  const gone = known.filter((one) => one.state === 'proposed' && !one.recused && !found.has(pairOf(one)))
  await tx.execute(sql`
    delete from conflict c using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb)
      as r("dossierId" uuid, "instructorId" uuid)
    where c.network_id = ${ctx.network.id} and c.dossier_id = r."dossierId" and c.instructor_id = r."instructorId"`)
}

async function chosenOf(tx: Transaction, ctx: NetworkContext, sessionId: string) {
  const { rows } = await tx.execute<Interested>(sql`
    select i.id, coalesce(i.account_id, a.id) as "accountId", coalesce(b.email, i.email) as email,
      i.organisation_id as "organisationId"
    from session_instructor s join instructor i on i.network_id = s.network_id and i.id = s.instructor_id
      left join account a on a.email = i.email left join account b on b.id = i.account_id
    where s.network_id = ${ctx.network.id} and s.session_id = ${sessionId} and i.ended_at is null
    union
    select i.id, coalesce(i.account_id, a.id), coalesce(b.email, i.email), i.organisation_id
    from sitting_session x join sitting_member m on m.network_id = x.network_id and m.sitting_id = x.sitting_id
      join instructor i on i.network_id = m.network_id and i.id = m.instructor_id
      left join account a on a.email = i.email left join account b on b.id = i.account_id
    where x.network_id = ${ctx.network.id} and x.session_id = ${sessionId} and i.ended_at is null`)
  return rows
}

/** The organisations of the files: who leads, who holds with them, who sponsors. */
async function placesOf(tx: Transaction, ctx: NetworkContext, sessionId: string) {
  const { rows } = await tx.execute<Place>(sql`
    select d.id as "dossierId", h.organisation_id as "organisationId",
      case when h.lead then 'holder' else 'coholder' end as place, o.name as organisation
    from dossier d join dossier_holder h on h.network_id = d.network_id and h.dossier_id = d.id
      join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
    where d.network_id = ${ctx.network.id} and d.session_id = ${sessionId}
    union all
    select d.id, d.sponsor_id, 'sponsor', o.name from dossier d
      join organisation o on o.network_id = d.network_id and o.id = d.sponsor_id
    where d.network_id = ${ctx.network.id} and d.session_id = ${sessionId}`)
  return rows
}

async function knownOf(tx: Transaction, ctx: NetworkContext, sessionId: string) {
  const { rows } = await tx.execute<Known>(sql`
    select c.dossier_id as "dossierId", c.instructor_id as "instructorId", c.reasons, c.state, c.recused
    from conflict c join dossier d on d.network_id = c.network_id and d.id = c.dossier_id
    where c.network_id = ${ctx.network.id} and d.session_id = ${sessionId}`)
  return rows
}
