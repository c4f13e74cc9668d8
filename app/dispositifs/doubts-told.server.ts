import type { AmountDoubt } from '#server/dispositifs/decision/amount-doubt.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Doubt } from './doubt.ts'
import { money } from './figures.ts'

/** What an amount goes beyond, in euros. */
export const doubtsTold = (doubts: AmountDoubt[], { locale }: Pick<Context, 'locale'>): Doubt[] =>
  doubts.map(({ kind, cents }) => ({ kind, amount: money(cents, locale) }))
