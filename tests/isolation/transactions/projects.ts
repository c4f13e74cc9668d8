import { sql } from 'drizzle-orm'
import type pg from 'pg'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'

/** A private row, the simplest there is. */
export async function plantProject(tx: Pick<Transaction, 'execute'>, networkId: number, title: string) {
  await tx.execute(sql`insert into project (network_id, id, title) values (${networkId}, ${v7()}, ${title})`)
}

/** The network of every project this transaction can see: no condition of ours stands before the policy. */
export async function projectsSeen(tx: Pick<Transaction, 'execute'>): Promise<number[]> {
  const { rows } = await tx.execute<{ network_id: number }>(sql`select network_id from project`)
  return rows.map((row) => row.network_id)
}

export async function networkIds(owner: pg.Client): Promise<number[]> {
  const { rows } = await owner.query<{ id: number }>('select id from network order by id')
  return rows.map((row) => row.id)
}
