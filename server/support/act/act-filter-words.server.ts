import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { ACT_WORDS } from './act-words.server.ts'
import type { ActFilters } from './find-acts.schema.ts'

const SAID = {
  fr: {
    by: (name: string) => `Par ${name}`,
    of: (name: string) => `Structure\u00a0: ${name}`,
    both: 'Dans les deux familles',
    gone: 'introuvable',
  },
  en: {
    by: (name: string) => `By ${name}`,
    of: (name: string) => `Organisation: ${name}`,
    both: 'In both families',
    gone: 'not found',
  },
}

/** What acts are narrowed to, in words: one a filter. */
export async function actFilterWords(ctx: NetworkContext, filters: ActFilters): Promise<string[]> {
  const { year, month, person, kind, family, organisation, both } = filters
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<{ person: string | null; organisation: string | null }>(sql`select
      (select c.name from account c where c.id = ${person}::uuid and c.id in (
        select account_id from support_act where network_id = ${ctx.network.id})) as person,
      (select name from organisation where network_id = ${ctx.network.id} and id = ${organisation}::uuid)
        as organisation`),
  )
  const { locale } = ctx
  const [said, words] = [SAID[locale], ACT_WORDS[locale]]
  const named = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return [
    ...(year ? [String(year)] : []),
    ...(month ? [named.format(new Date(Date.UTC(2000, month - 1)))] : []),
    ...(person ? [said.by(rows[0]?.person ?? said.gone)] : []),
    ...(family ? [words.family[family]] : []),
    ...(kind ? [words.kind[kind]] : []),
    ...(organisation ? [said.of(rows[0]?.organisation ?? said.gone)] : []),
    ...(both ? [said.both] : []),
  ]
}
