import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import {
  lockOrganisation,
  type OrganisationRow,
  rowOfOrganisation,
} from '../organisation/locked-organisation.server.ts'
import { crm } from '../permissions.ts'
import { everyField, type PageValues } from './page.ts'

type Kept<T> = (tx: Transaction, keeper: StaffContext, row: OrganisationRow) => Promise<T>

/** Scope, then find: the record of an organisation this person represents today; any other is absent. */
export const keeping = <T>(ctx: Context, id: string, act: Kept<T>) => kept(ctx, id, lockOrganisation, act)

/** The same, for a page that is only read: it waits for nobody. */
export const readingKept = <T>(ctx: Context, id: string, act: Kept<T>) =>
  kept(ctx, id, rowOfOrganisation, act)

function kept<T>(ctx: Context, id: string, find: typeof lockOrganisation, act: Kept<T>): Promise<T> {
  demand(ctx, crm['page:keep'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute(sql`
      select 1 from grant_organisation where network_id = ${ctx.network.id} and organisation_id = ${id}
        and grant_id = any (${sql.param(memberGrants(ctx))}::uuid[])`)
    if (rows.length === 0) throw notFound()
    return act(tx, ctx, await find(tx, ctx, id))
  })
}

export const memberGrants = (ctx: StaffContext) =>
  ctx.grants
    .filter(({ networkId, role }) => networkId === ctx.network.id && role === 'member')
    .map(({ id }) => id)

/** What a page says, in a few letters: a form that carries them tells whether it became something else. */
export const stampOf = (page: PageValues) =>
  createHash('sha256')
    .update(JSON.stringify(everyField(page).map((field) => [field, page[field]])))
    .digest('base64url')
    .slice(0, 22)
