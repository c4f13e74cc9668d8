import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { opinionSigned } from '../errors.ts'

/**
 * Whoever hands in an opinion waits for those who sign the minutes of its file, or take it back, and they for
 * them. Held in the order in which they hold: the sitting, the dossier, then what is given to read.
 */
export async function holdReading(tx: Transaction, ctx: NetworkContext, dossierId: string) {
  await tx.execute(sql`select 1 from sitting g where g.network_id = ${ctx.network.id} and g.id in (
      select t.sitting_id from sitting_item t where t.network_id = ${ctx.network.id} and t.dossier_id = ${dossierId})
    order by g.id for share`)
  await tx.execute(
    sql`select 1 from dossier where network_id = ${ctx.network.id} and id = ${dossierId} for key share`,
  )
}

/** Once the jury's opinion is signed, none is added under it; an appeal, or a file put off, is read again. */
export async function demandUnsigned(tx: Transaction, ctx: NetworkContext, dossierId: string) {
  const { rows } = await tx.execute<{ signed: boolean }>(
    sql`select is_opinion_signed(${ctx.network.id}::int, ${dossierId}::uuid) as signed`,
  )
  if (rows[0]!.signed) throw opinionSigned()
}

/** Before files `d` given as `a` are taken from readers: what one of them was handing in is in, and known. */
export const waitForReaders = (tx: Transaction, ctx: NetworkContext, which: SQL) =>
  tx.execute(sql`select 1 from assignment a join dossier d on d.network_id = a.network_id and d.id = a.dossier_id
    where a.network_id = ${ctx.network.id} and ${which}
    order by a.dossier_id, a.instructor_id for update of a`)
