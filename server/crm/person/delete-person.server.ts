import { type SQL, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { person } from '#db/schema/crm.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { lockPerson, thisPerson } from './locked-person.server.ts'

/**
 * Erases somebody for good: positions, and what files they came in said of their lines. History says that
 * a person was erased, and not who.
 */
export async function deletePerson(ctx: Context, id: string): Promise<void> {
  demand(ctx, crm['person:delete'])
  await inNetwork(ctx, async (tx) => {
    const { email, familyName, givenName } = await lockPerson(tx, ctx, id)
    const named = (cells: SQL) => sql`(${cells} ? ${email ?? ''}::text and ${email ?? ''} <> ''
      or ${cells} ?& ${sql.param([familyName, givenName])}::text[] and ${givenName} <> '')`
    await tx.execute(sql`
      update organisation_import_line set cells = '[]', given = null, changes = null, people = '[]'
      where network_id = ${ctx.network.id} and (people @> ${JSON.stringify([{ personId: id }])}::jsonb
        or ${named(sql`cells`)})`)
    await tx.execute(sql`
      update organisation_import set above = (select jsonb_agg(
          case when ${named(sql`r -> 'cells'`)} then jsonb_set(r, '{cells}', '[]') else r end order by nth)
        from jsonb_array_elements(above) with ordinality as a(r, nth))
      where network_id = ${ctx.network.id} and exists (
        select from jsonb_array_elements(above) as r where ${named(sql`r -> 'cells'`)})`)
    await tx.delete(person).where(thisPerson(ctx, id))
    await record(tx, ctx, { action: 'person.erased', objectType: 'person', objectId: id })
  })
}
