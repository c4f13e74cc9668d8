import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

const asMap = ({ rows }: { rows: { id: string; name: string }[] }) =>
  new Map(rows.map(({ id, name }) => [id, name]))

/** What the history calls each of them. */
export const namesOfDispositifs = async (tx: Transaction, ctx: NetworkContext, ids: string[]) =>
  asMap(
    await tx.execute<{ id: string; name: string }>(sql`select id, code as name from dispositif
      where network_id = ${ctx.network.id} and id = any (${sql.param(ids)}::uuid[])`),
  )

export const namesOfSessions = async (tx: Transaction, ctx: NetworkContext, ids: string[]) =>
  asMap(
    await tx.execute<{ id: string; name: string }>(sql`select s.id, d.code || ' · ' || s.name as name
      from dispositif_session s join dispositif d on d.network_id = s.network_id and d.id = s.dispositif_id
      where s.network_id = ${ctx.network.id} and s.id = any (${sql.param(ids)}::uuid[])`),
  )

export const namesOfDossiers = async (tx: Transaction, ctx: NetworkContext, ids: string[]) =>
  asMap(
    await tx.execute<{ id: string; name: string }>(sql`
      select f.id, d.code || ' ' || f.number || case when f.title = '' then '' else ' · ' || f.title end as name
      from dossier f
        join dispositif_session s on s.network_id = f.network_id and s.id = f.session_id
        join dispositif d on d.network_id = s.network_id and d.id = s.dispositif_id
      where f.network_id = ${ctx.network.id} and f.id = any (${sql.param(ids)}::uuid[])`),
  )

export const nameOfDossier = async (tx: Transaction, ctx: NetworkContext, id: string) =>
  (await namesOfDossiers(tx, ctx, [id])).get(id) ?? ''
