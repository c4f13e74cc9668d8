import { type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import type { OwnField } from './own-field.ts'

/** The network's own fields in their order, as jsonb; those archived last. */
export const ownFieldsSql = (ctx: NetworkContext): SQL => sql`
  select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'key', f.key, 'label', f.label, 'help', f.help,
      'type', f.type, 'kinds', f.kinds, 'choices', f.choices, 'position', f.position,
      'onListing', f.on_listing, 'archived', f.archived_at is not null)
    order by f.archived_at is not null, f.position, f.label), '[]') as fields
  from own_field f where f.network_id = ${ctx.network.id}`

export async function ownFields(tx: Transaction, ctx: NetworkContext): Promise<OwnField[]> {
  const { rows } = await tx.execute<{ fields: OwnField[] }>(ownFieldsSql(ctx))
  return rows[0]!.fields
}

export async function findOwnFields(ctx: Context): Promise<OwnField[]> {
  demand(ctx, crm['organisation:read'])
  return inNetwork(ctx, (tx) => ownFields(tx, ctx))
}
