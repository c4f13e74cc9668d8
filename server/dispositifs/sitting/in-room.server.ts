import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

export type Member = {
  id: string
  name: string
  organisation: string
  chair: boolean
  instructorId: string | null
  presence: 'expected' | 'present' | 'absent' | 'represented'
  representedBy: string
}

export const isThere = ({ presence }: Pick<Member, 'presence'>) =>
  presence === 'present' || presence === 'represented'

export async function membersOf(tx: Transaction, ctx: NetworkContext, sittingId: string, round: number) {
  const { rows } = await tx.execute<Member>(sql`
    select id, name, organisation_name as organisation, chair, instructor_id as "instructorId", presence,
      represented_by as "representedBy"
    from sitting_member where network_id = ${ctx.network.id} and sitting_id = ${sittingId} and round = ${round}
    order by chair desc, name collate "fr-x-icu", id`)
  return rows
}

/** Members whom a conflict keeps from a file: they leave the room without anybody asking. */
export async function barredMembers(tx: Transaction, ctx: NetworkContext, itemId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select m.id from sitting_item t join sitting_member m on m.network_id = t.network_id
        and m.sitting_id = t.sitting_id and m.round = t.round
      join conflict c on c.network_id = t.network_id and c.dossier_id = t.dossier_id
        and c.instructor_id = m.instructor_id and c.state <> 'dismissed'
    where t.network_id = ${ctx.network.id} and t.id = ${itemId}`)
  return rows.map(({ id }) => id)
}
