import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { MOST_RECIPIENTS, type RecipientsInput } from './campaign.schema.ts'
import { recipientsOf } from './freshness.server.ts'

/** Whom a campaign would write to, before it does, and how many are left out as not to be contacted. */
export async function countRecipients(ctx: Context, chosen: RecipientsInput) {
  demand(ctx, crm['page:decide'])
  const [found, leftOut] = await inNetwork(ctx, async (tx) => [
    await recipientsOf(tx, ctx, chosen, MOST_RECIPIENTS),
    (await recipientsOf(tx, ctx, chosen, MOST_RECIPIENTS, false)).length,
  ])
  const english = found.filter(({ locale }) => locale === 'en').length
  return { total: found.length, leftOut, english, some: found.slice(0, 5).map(({ name }) => name) }
}
