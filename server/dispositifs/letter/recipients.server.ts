import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { SentTo } from '#db/schema/dispositifs/follow-up.ts'
import type { Locale, NetworkContext } from '#server/kernel/context.ts'
import { peopleOfSponsor } from '../sponsor/sponsors-people.server.ts'
import type { Told } from './gap-values.server.ts'
import { type LetterKey, TO_EDITORS, TO_SPONSOR } from './letter.ts'

export type Recipient = SentTo & { locale: Locale }

/** Whom a letter goes to: those who write the dossier, and the sponsor's people where it concerns them; each once. */
export async function recipientsOf(
  tx: Transaction,
  ctx: NetworkContext,
  told: Pick<Told, 'id' | 'sponsorId'>,
  key: LetterKey,
): Promise<Recipient[]> {
  const editors = TO_EDITORS.includes(key) ? await editorsOf(tx, ctx, told.id) : []
  const people =
    told.sponsorId && TO_SPONSOR.includes(key) ? await peopleOfSponsor(tx, ctx, told.sponsorId) : []
  const sponsors = people.map(({ name, email, locale }) => ({ name, email, locale, as: 'sponsor' as const }))
  const all = [...editors, ...sponsors]
  return all.filter(({ email }, at) => all.findIndex((one) => one.email === email) === at)
}

async function editorsOf(tx: Transaction, ctx: NetworkContext, dossierId: string): Promise<Recipient[]> {
  const { rows } = await tx.execute<{ name: string; email: string; locale: Locale }>(sql`
    select coalesce(a.name, nullif(e.name, ''), e.email) as name, coalesce(a.email, e.email) as email,
      coalesce(a.locale, 'fr') as locale
    from dossier_editor e left join account a on a.id = e.account_id
    where e.network_id = ${ctx.network.id} and e.dossier_id = ${dossierId} and e.removed_at is null
    order by e.added_at, e.id`)
  return rows.map((row) => ({ ...row, as: 'editor' }))
}
