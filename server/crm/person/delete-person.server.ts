import { and, eq, like, type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { listRequest } from '#db/schema/crm/import.ts'
import { person } from '#db/schema/crm.ts'
import { foldText } from '#packages/referentials/text.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { lockPerson, type PersonRow, thisPerson } from './locked-person.server.ts'

/**
 * Erases somebody for good: positions, what files they came in said of their lines, and what they were
 * searched by for a list. History says that a person was erased, and not who.
 */
export async function deletePerson(ctx: Context, id: string): Promise<void> {
  demand(ctx, crm['person:delete'])
  await inNetwork(ctx, async (tx) => {
    const erased = await lockPerson(tx, ctx, id)
    await forgetLines(tx, ctx, erased)
    await forgetSearches(tx, ctx, erased)
    await tx.delete(person).where(thisPerson(ctx, id))
    await record(tx, ctx, { action: 'person.erased', objectType: 'person', objectId: id })
  })
}

/** A line still to be written is written without them; of one that was, nothing stays but its outcome. */
async function forgetLines(tx: Transaction, ctx: StaffContext, erased: PersonRow) {
  const { id, email, phone, familyName, givenName } = erased
  const own = sql.param([email, phone, familyName, givenName].filter(Boolean))
  const named = (cells: SQL) => sql`(${cells} ? ${email ?? ''}::text and ${email ?? ''} <> ''
    or ${cells} ?& ${sql.param([familyName, givenName])}::text[] and ${givenName} <> '')`
  await tx.execute(sql`
    update organisation_import_line l set changes = null, people = '[]',
      cells = case when i.finished_at is null then (select jsonb_agg(
          case when c = any (${own}::text[]) then '' else c end order by nth)
        from jsonb_array_elements_text(cells) with ordinality as a(c, nth)) else '[]' end,
      given = case when i.finished_at is null then jsonb_set(given, '{contacts}', (
        select coalesce(jsonb_agg(c), '[]') from jsonb_array_elements(given -> 'contacts') as c
        where (c ->> 'email' = ${email}) is not true
          and (c ->> 'familyName', c ->> 'givenName') <> (${familyName}, ${givenName}))) end
    from organisation_import i
    where l.network_id = ${ctx.network.id} and i.network_id = l.network_id and i.id = l.import_id
      and (people @> ${JSON.stringify([{ personId: id }])}::jsonb or ${named(sql`cells`)})`)
  await tx.execute(sql`
    update organisation_import set above = (select jsonb_agg(
        case when ${named(sql`r -> 'cells'`)} then jsonb_set(r, '{cells}', '[]') else r end order by nth)
      from jsonb_array_elements(above) with ordinality as a(r, nth))
    where network_id = ${ctx.network.id} and exists (
      select from jsonb_array_elements(above) as r where ${named(sql`r -> 'cells'`)})`)
}

/** A list found by their name or address keeps that it was searched for, and finds nobody if made again. */
async function forgetSearches(tx: Transaction, ctx: StaffContext, erased: PersonRow) {
  const names = [erased.familyName, erased.email ?? ''].map(foldText).filter(Boolean)
  const { id, networkId, criteria, criteriaWords } = listRequest
  const rows = await tx
    .select({ id, criteria, criteriaWords })
    .from(listRequest)
    .where(and(eq(networkId, ctx.network.id), like(criteria, '%q=%')))
  for (const row of rows) {
    const query = new URLSearchParams(row.criteria)
    const searched = query.get('q') ?? ''
    if (!names.some((name) => foldText(searched).includes(name))) continue
    query.set('q', '…')
    await tx
      .update(listRequest)
      .set({
        criteria: `${query}`,
        criteriaWords: row.criteriaWords?.map((word) => word.replaceAll(searched, '…')),
      })
      .where(and(eq(networkId, ctx.network.id), eq(id, row.id)))
  }
}
