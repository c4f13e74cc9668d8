import type pg from 'pg'

/**
 * One statement a table and a batch: rows travel as JSON and are spread by the server. Row-level
 * security refuses COPY FROM; spreading takes some 30 ms of the 400 that a batch of 1500 needs, so a
 * detour through a temporary table would gain next to nothing. The search vectors and the indexes are
 * what costs (a longer waiting list for the GIN indexes was tried: no gain either).
 */
const COLUMNS = {
  organisation:
    'id uuid, slug text, name text, acronym text, aliases text[], kind text, subkind text, siren text, siret text, rna text, address text, insee text, postal_code text, city text, department text, lat float8, lon float8, website text, description text, countries text[], sectors text[], sdgs smallint[], former_names jsonb, parent_id uuid, seat_country text, seat_private boolean, email text, phone text, aggregated boolean, shown_to_networks boolean, contactable boolean, email_shown boolean, verified_at timestamptz, published_at timestamptz, created_at timestamptz, updated_at timestamptz',
  organisation_listing:
    'id uuid, slug text, name text, acronym text, aliases text[], kind text, subkind text, address text, postal_code text, city text, department text, lat float8, lon float8, website text, email text, phone text, seat_country text, shown_to_networks boolean, aggregated boolean, contactable boolean, verified_at timestamptz, description text, countries text[], zones text[], sectors text[], sdgs smallint[], member_until date, siren text, rna text, national_key text, words text, facets text[], published_at timestamptz, updated_at timestamptz',
  project:
    'id uuid, slug text, title text, summary text, body text, countries text[], place text, lat float8, lon float8, country_only boolean, sectors text[], sdgs smallint[], status text, started_on date, ended_on date, budget_cents bigint, budget_band text, results text, published_at timestamptz, created_at timestamptz, updated_at timestamptz',
  project_holder: 'project_id uuid, organisation_id uuid, lead boolean',
  person:
    'id uuid, given_name text, family_name text, email text, phone text, languages text[], topics text[], legal_basis text, data_origin text, consented_on date, last_contact_on date, created_at timestamptz',
  person_position:
    'id uuid, person_id uuid, organisation_id uuid, function text, standing text, service text, started_on date, ended_on date',
  project_partner_here: 'project_id uuid, organisation_id uuid',
  project_partner_there:
    'id uuid, project_id uuid, position smallint, name text, kind text, place text, country text',
  project_funding: 'id uuid, project_id uuid, position smallint, funder text, amount_cents bigint',
  project_listing:
    'id uuid, slug text, title text, summary text, body text, results text, countries text[], zones text[], place text, lat float8, lon float8, country_only boolean, sectors text[], sdgs smallint[], status text, started_on date, ended_on date, budget_band text, holder_kinds text[], holders uuid[], partners_here uuid[], partners_there jsonb, funders text[], pictures jsonb, words text, facets text[], published_at timestamptz, updated_at timestamptz',
  membership: 'organisation_id uuid, year smallint, college text, joined_on date',
} as const

type Table = keyof typeof COLUMNS
const TABLES = Object.keys(COLUMNS) as Table[]

/** Rows to write, keyed by column; columns not named keep their default. */
export type Batch = Record<Table, Record<string, unknown>[]>

export const emptyBatch = (): Batch =>
  Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as Batch

export async function writeBatch(app: pg.ClientBase, networkId: number, batch: Batch) {
  for (const table of TABLES) {
    const given = COLUMNS[table].replace(/ [a-z0-9[\]]+(?=,|$)/g, '')
    // A listing's words are not kept, only the search index made of them.
    const names = given.replace('words, facets', 'search')
    const values = given.replace('words, facets', 'listing_search(words, facets)')
    if (batch[table].length === 0) continue
    await app.query(
      `insert into ${table} (network_id, ${names})
       select $1::int, ${values} from json_to_recordset($2::json) as r(${COLUMNS[table]})`,
      [networkId, JSON.stringify(batch[table])],
    )
  }
  await app.query(
    `insert into listing_word select distinct left(w.lexeme, 60) from unnest($1::text[]) words,
       unnest(to_tsvector('maillage_words', searched_words(words))) w order by 1 on conflict do nothing`,
    [[...batch.organisation_listing, ...batch.project_listing].map((listing) => listing.words)],
  )
}
