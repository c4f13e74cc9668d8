import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { NetworkContext, StaffContext } from '#server/kernel/context.ts'
import { noteChanges } from '../batch/note-change.server.ts'
import { tellTags } from '../tag/wear-tag.server.ts'
import { tagNamed } from '../tag/write-tag.server.ts'
import type { ImportRow } from './import-row.server.ts'
import { tagKey } from './tags-of-cell.ts'
import type { ToWrite } from './write-records.server.ts'

type Worn = { organisation: string; tag: string }

/** The keys of the tags that records wear. */
export async function loadWorn(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const worn = new Map<string, Set<string>>()
  if (ids.length === 0) return worn
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select l.organisation_id as id, t.name from organisation_tag l
      join tag t on t.network_id = l.network_id and t.id = l.tag_id
    where l.network_id = ${ctx.network.id} and l.organisation_id = any (${sql.param(ids)}::uuid[])`)
  for (const { id, name } of rows) worn.set(id, (worn.get(id) ?? new Set()).add(tagKey(name)))
  return worn
}

/** Records wear the tags their lines name, made when there are none; the batch notes both, for undo. */
export async function writeTags(tx: Transaction, ctx: StaffContext, row: ImportRow, writes: ToWrite[]) {
  const asked = writes.filter(({ tags }) => tags.length > 0)
  if (asked.length === 0) return
  const names = new Map<string, string>()
  // As the file first writes them.
  for (const name of asked.flatMap((one) => one.tags))
    if (!names.has(tagKey(name))) names.set(tagKey(name), name)
  const { ids, kept } = await idsOfTags(tx, ctx, row, names)
  const pairs = asked.flatMap(({ id, tags }) =>
    tags.map((name): Worn => ({ organisation: id, tag: ids.get(tagKey(name))! })),
  )
  const { rows } = await tx.execute<Worn>(sql`
    insert into organisation_tag (network_id, organisation_id, tag_id)
    select ${ctx.network.id}, r.organisation, r.tag
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as r(organisation uuid, tag uuid)
    on conflict do nothing returning organisation_id as organisation, tag_id as tag`)
  const nameOf = new Map([...names].map(([key, name]) => [ids.get(key)!, kept.get(key) ?? name]))
  const told = rows.map(({ organisation, tag }) => ({ organisation, name: nameOf.get(tag)! }))
  await tellTags(tx, ctx, 'tag.put_on', told, { import: row.name })
  const given = Map.groupBy(rows, ({ organisation }) => organisation)
  // Of a record the import makes, tags go with it.
  const known = asked.flatMap((one) => (one.known && given.has(one.id) ? [{ ...one, known: one.known }] : []))
  await noteChanges(
    tx,
    ctx,
    row.batchId!,
    known.map(({ id, known, changes }) => ({
      organisationId: id,
      before: { tagged: given.get(id)!.map(({ tag }) => tag) },
      version: known.version + (Object.keys(changes).length > 0 ? 1 : 0),
    })),
  )
}

async function idsOfTags(tx: Transaction, ctx: StaffContext, row: ImportRow, names: Map<string, string>) {
  const { rows } = await tx.execute<{ id: string; name: string }>(
    sql`select id, name from tag where network_id = ${ctx.network.id}`,
  )
  const ids = new Map(rows.map(({ id, name }) => [tagKey(name), id]))
  // As the team writes those it has.
  const kept = new Map(rows.map(({ name }) => [tagKey(name), name]))
  const made: string[] = []
  for (const [key, name] of names) {
    if (ids.has(key)) continue
    const id = await tagNamed(tx, ctx, name)
    ids.set(key, id)
    made.push(id)
  }
  if (made.length > 0)
    await tx.execute(sql`update change_batch set summary = jsonb_set(summary, '{tags}',
        coalesce(summary -> 'tags', '[]') || ${JSON.stringify(made)}::jsonb)
      where network_id = ${ctx.network.id} and id = ${row.batchId}`)
  return { ids, kept }
}

/** Tags an import made, and that nothing wears any more; called once its records are undone. */
export async function forgetTagsMade(tx: Transaction, ctx: StaffContext, summary: Record<string, unknown>) {
  const made = (summary.tags as string[] | undefined) ?? []
  if (made.length === 0) return
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    delete from tag t where t.network_id = ${ctx.network.id} and t.id = any (${sql.param(made)}::uuid[])
      and not exists (select from organisation_tag l where l.network_id = t.network_id and l.tag_id = t.id)
    returning t.id, t.name`)
  for (const { id, name } of rows)
    await record(tx, ctx, {
      action: 'tag.deleted',
      objectType: 'tag',
      objectId: id,
      changes: { name: { from: name, to: null } },
    })
}
