import { stringify } from 'csv-stringify/sync'
import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { countryName } from '#packages/referentials/countries.ts'
import { typeLabel } from '#packages/referentials/kinds.ts'
import { today } from '#server/kernel/clock.ts'
import type { Locale, StaffContext } from '#server/kernel/context.ts'
import type { WorkKind } from '#server/kernel/work/work.ts'
import { crm } from '../permissions.ts'
import { HEADINGS } from './headings.ts'

const BATCH = 1000
type Line = {
  id: string
  name: string
  acronym: string | null
  kind: string
  subkind: string | null
  siren: string | null
  siret: string | null
  rna: string | null
  address: string | null
  postalCode: string | null
  city: string | null
  department: string | null
  countries: string[]
  website: string | null
  published: boolean
}

/** Every record of the network as a spreadsheet: a batch at a time, no transaction held between two. */
export const exportOrganisations: WorkKind<{ locale: Locale; purpose: string }> = {
  name: 'crm.export_organisations',
  rule: crm['organisation:export'],
  run: async (ctx, { locale }, progress) => {
    const total = await countAll(ctx)
    const pieces = [`\uFEFF${written([HEADINGS[locale]])}`]
    let rows = 0
    for await (const batch of batches(ctx)) {
      pieces.push(written(batch.map((line) => cells(line, locale))))
      rows += batch.length
      await progress(rows, total)
    }
    const name = `structures-${ctx.network.slug}-${today(ctx.clock, ctx.network.timeZone)}.csv`
    return { file: { name, mediaType: 'text/csv', bytes: Buffer.from(pieces.join('')) }, counts: { rows } }
  },
}

/** As French spreadsheets open it; a cell never acts as a formula. */
const written = (rows: (string | null)[][]) =>
  stringify(rows, { delimiter: ';', escape_formulas: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ })

async function countAll(ctx: StaffContext): Promise<number> {
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<{ total: number }>(
      sql`select count(*)::int as total from organisation where network_id = ${ctx.network.id}`,
    ),
  )
  return rows[0]!.total
}

async function* batches(ctx: StaffContext): AsyncGenerator<Line[]> {
  let after = sql`true`
  for (;;) {
    const { rows } = await inNetwork(ctx, (tx) =>
      tx.execute<Line>(sql`select id, name, acronym, kind, subkind, siren, siret, rna, address,
          postal_code as "postalCode", city, department, countries, website, published_at is not null as published
        from organisation where network_id = ${ctx.network.id} and ${after}
        order by name collate "fr-x-icu", id limit ${BATCH}`),
    )
    if (rows.length) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = sql`(name collate "fr-x-icu", id) > (${last.name} collate "fr-x-icu", ${last.id}::uuid)`
  }
}

const YES_NO = { fr: ['oui', 'non'], en: ['yes', 'no'] } as const

function cells(line: Line, locale: Locale): (string | null)[] {
  return [
    line.name,
    line.acronym,
    typeLabel(line.kind, line.subkind, locale),
    line.siren,
    line.siret,
    line.rna,
    line.address,
    line.postalCode,
    line.city,
    line.department,
    line.countries.map((code) => countryName(code, locale)).join(' | '),
    line.website,
    YES_NO[locale][line.published ? 0 : 1],
  ]
}
