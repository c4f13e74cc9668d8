import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { Contact } from './given.ts'
import type { ImportRow } from './import-row.server.ts'
import type { PersonChange } from './known-people.ts'
import type { ToWrite } from './write-records.server.ts'

/** What a line wrote of one person, so that it can be undone. */
export type PersonWritten = {
  personId: string
  positionId: string
  /** Null: the line made them. */
  person: Record<string, unknown> | null
  position: Record<string, unknown> | null
  /** How the line left the position; absent from what was written before it was kept. */
  left?: { function?: string; standing?: string }
  /** The one the line left the person at. */
  version: number
  /** Once undone: what somebody touched since is left as it is. */
  outcome?: 'restored' | 'touched'
}

type New = {
  line: number
  organisationId: string
  contact: Contact
  personId: string
  positionId: string
  isNew: boolean
}

/** Writes who works where. Somebody known by their address elsewhere is the same person, with one position more. */
export async function writePeople(tx: Transaction, ctx: StaffContext, row: ImportRow, writes: ToWrite[]) {
  const added = await addedPeople(tx, ctx, writes)
  const changed = writes.flatMap(({ line, people }) =>
    people.flatMap((change) => (change.kind === 'change' ? [{ line, ...change }] : [])),
  )
  if (added.length + changed.length === 0) return
  await insertPeople(tx, ctx, row, added)
  const written = new Map<number, PersonWritten[]>()
  const push = (line: number, one: PersonWritten) => written.set(line, [...(written.get(line) ?? []), one])
  for (const { line, personId, positionId, isNew, contact } of added) {
    const left = { function: contact.function, standing: standingOf(contact) }
    push(line, {
      personId,
      positionId,
      person: isNew ? null : {},
      position: null,
      left,
      version: isNew ? 1 : 0,
    })
  }
  await changePeople(tx, ctx, changed)
  for (const { line, known, person, position } of changed)
    push(line, {
      personId: known.personId,
      positionId: known.positionId,
      person: picked(known, person),
      position: picked(known, position),
      left: position,
      version: known.version + (Object.keys(person).length > 0 ? 1 : 0),
    })
  const lines = [...written].map(([line, people]) => ({ line, people }))
  await tx.execute(sql`update organisation_import_line l set people = r.people
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(line int, people jsonb)
    where l.network_id = ${ctx.network.id} and l.import_id = ${row.id} and l.line = r.line`)
}

const standingOf = (contact: Contact) => contact.standing ?? 'other'

const picked = (known: object, changes: object) =>
  Object.fromEntries(Object.keys(changes).map((key) => [key, known[key as keyof typeof known]]))

async function addedPeople(tx: Transaction, ctx: StaffContext, writes: ToWrite[]): Promise<New[]> {
  const all = writes.flatMap(({ line, id, people }) =>
    people.flatMap((one) => (one.kind === 'add' ? [{ line, organisationId: id, contact: one.contact }] : [])),
  )
  const addresses = [...new Set(all.flatMap(({ contact }) => contact.email ?? []))]
  const { rows } = await tx.execute<{ id: string; email: string }>(sql`
    select distinct on (email_key) id, email_key as email from person
    where network_id = ${ctx.network.id} and email_key = any (${sql.param(addresses)}::text[])
    order by email_key, created_at, id`)
  const byAddress = new Map(rows.map(({ id, email }) => [email, id]))
  return all.map((one) => {
    const known = one.contact.email ? byAddress.get(one.contact.email) : undefined
    const personId = known ?? v7()
    // The same address further down the file is the same person.
    if (one.contact.email && !known) byAddress.set(one.contact.email, personId)
    return { ...one, personId, positionId: v7(), isNew: !known }
  })
}

async function insertPeople(tx: Transaction, ctx: StaffContext, row: ImportRow, added: New[]) {
  if (added.length === 0) return
  const now = ctx.clock.now().toISOString()
  const people = added.flatMap(({ personId, isNew, contact }) =>
    isNew ? [{ id: personId, ...contact }] : [],
  )
  if (people.length > 0)
    await tx.execute(sql`insert into person
        (network_id, id, given_name, family_name, email, phone, data_origin, created_at, updated_at)
      select ${ctx.network.id}, r.id, r."givenName", r."familyName", r.email, r.phone, ${row.name},
        ${now}::timestamptz, ${now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
        as r(id uuid, "givenName" text, "familyName" text, email text, phone text)`)
  const positions = added.map(({ positionId, personId, organisationId, contact }) => ({
    id: positionId,
    person: personId,
    organisation: organisationId,
    function: contact.function,
    standing: standingOf(contact),
  }))
  await tx.execute(sql`insert into person_position
      (network_id, id, person_id, organisation_id, function, standing, created_at)
    select ${ctx.network.id}, r.id, r.person, r.organisation, r.function, r.standing, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(positions)}::jsonb)
      as r(id uuid, person uuid, organisation uuid, function text, standing text)`)
}

async function changePeople(
  tx: Transaction,
  ctx: StaffContext,
  changed: Extract<PersonChange, { kind: 'change' }>[],
) {
  const people = onceEach(changed.map(({ known, person }) => ({ id: known.personId, ...person })))
  if (people.length > 0)
    await tx.execute(sql`update person p set phone = coalesce(r.phone, p.phone), email = coalesce(r.email, p.email),
        version = p.version + 1, updated_at = ${ctx.clock.now().toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as r(id uuid, phone text, email text)
      where p.network_id = ${ctx.network.id} and p.id = r.id`)
  const positions = onceEach(changed.map(({ known, position }) => ({ id: known.positionId, ...position })))
  if (positions.length > 0)
    await tx.execute(sql`update person_position s
      set function = coalesce(r.function, s.function), standing = coalesce(r.standing, s.standing)
      from jsonb_to_recordset(${JSON.stringify(positions)}::jsonb) as r(id uuid, function text, standing text)
      where s.network_id = ${ctx.network.id} and s.id = r.id`)
}

/** Two lines may complete the same person: one row each, with what both say. */
function onceEach<T extends { id: string }>(changes: T[]): T[] {
  const each = new Map<string, T>()
  for (const one of changes)
    if (Object.keys(one).length > 1) each.set(one.id, { ...each.get(one.id), ...one })
  return [...each.values()]
}
