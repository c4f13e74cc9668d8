import type { Transaction } from '#db/client.ts'
import type { SentTo } from '#db/schema/dispositifs/follow-up.ts'
import type { Locale, NetworkContext } from '#server/kernel/context.ts'
import { editorsOf } from '../editor/editors.server.ts'
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
  const editors = TO_EDITORS.includes(key) ? await writersOf(tx, ctx, told.id) : []
  const people =
    told.sponsorId && TO_SPONSOR.includes(key) ? await peopleOfSponsor(tx, ctx, told.sponsorId) : []
  const sponsors = people.map(({ name, email, locale }) => ({ name, email, locale, as: 'sponsor' as const }))
  const all = [...editors, ...sponsors]
  return all.filter(({ email }, at) => all.findIndex((one) => one.email === email) === at)
}

async function writersOf(tx: Transaction, ctx: NetworkContext, dossierId: string): Promise<Recipient[]> {
  const editors = await editorsOf(tx, ctx, dossierId)
  return editors.map(({ name, email, locale }) => ({
    ...{ name: name || email, email, locale: locale ?? 'fr', as: 'editor' },
  }))
}
