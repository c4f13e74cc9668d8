import type pg from 'pg'
import { kindLabel } from '#packages/referentials/kinds.ts'
import type { Network } from '#tenants/schema.ts'
import { rowIds } from './row-id.ts'

const TOLD = 'so-cooperation'
const HEADINGS = ['Nom', 'Type', 'Commune', 'Site']
const FIELDS = ['name', 'kind', 'city', 'website']
const KNOWN = 18

type Known = { id: string; name: string; city: string | null; website: string | null; version: number }

/** A file that came in, with two lines refused, and two lists that went out, of one network: what a register holds. */
export async function loadExchanges(app: pg.ClientBase, { slug }: Network, id: number, today: string) {
  if (slug !== TOLD) return
  await app.query(`select set_config('app.network_id', $1, true)`, [String(id)])
  await loadImport(app, id, `${Number(today.slice(0, 4)) - 1}-12-08T10:12:00Z`)
  await loadLists(app, id, `${Number(today.slice(0, 4)) - 1}-12-11T14:30:00Z`)
}

const staff = `(select id from account where email = 'staff@${TOLD}.demo')`

async function loadImport(app: pg.ClientBase, id: number, at: string) {
  const [importId, batchId] = [rowIds('demo/import')(0), rowIds('demo/import-batch')(0)]
  const { rows: known } = await app.query<Known>(
    `select id, name, city, website, version from organisation
     where network_id = $1 and city is not null order by md5(id::text) limit $2`,
    [id, KNOWN],
  )
  const name = 'Adhérents et partenaires.xlsx'
  const refused = [
    { cells: ['', 'Association', 'Poitiers', ''], reason: { code: 'name_missing', field: 'name' } },
    {
      cells: ['Les Ateliers inventés', 'Collectif informel', 'Niort', ''],
      reason: { code: 'kind_missing', field: 'kind' },
    },
  ]
  const lines = [
    ...known.map((one) => ({
      cells: [one.name, '', one.city ?? '', one.website ?? ''],
      verdict: 'update',
      organisation: one.id,
      given: { fields: { name: one.name, city: one.city }, externalKey: null, contacts: [] },
      changes: { fields: { city: { from: null, to: one.city } }, people: [], tags: [] },
      reasons: [] as object[],
    })),
    ...refused.map(({ cells, reason }) => ({
      cells,
      verdict: 'refused',
      organisation: null,
      given: { fields: {}, externalKey: null, contacts: [] },
      changes: null,
      reasons: [reason],
    })),
  ].map((one, at) => ({ ...one, line: at + 2 }))
  const matching = {
    format: 'maillage-import-1',
    columns: HEADINGS.map((heading, at) => ({ heading, field: FIELDS[at] })),
    lists: 'add',
    names: 'keep',
    source: '',
    kind: '',
  }
  const counts = { create: 0, update: known.length, same: 0, refused: 2, like: 0, noted: 0 }
  await app.query(
    `insert into change_batch (network_id, id, kind, summary, account_id, created_at)
     values ($1, $2, 'import', $3, ${staff}, $4) on conflict do nothing`,
    [id, batchId, JSON.stringify({ what: name, import: importId }), at],
  )
  await app.query(
    `insert into change_batch_line (network_id, batch_id, organisation_id, before, version)
     select $1, $2, r.id, jsonb_build_object('fields', jsonb_build_object('city', r.city)), r.version
     from json_to_recordset($3::json) as r(id uuid, city text, version int) on conflict do nothing`,
    [id, batchId, JSON.stringify(known)],
  )
  await app.query(
    `insert into organisation_import (network_id, id, account_id, name, state, headings, row_count, matching, counts,
       batch_id, written_line, checked_at, created_at, finished_at)
     values ($1, $2, ${staff}, $3, 'written', $4, $5, $6, $7, $8, $5, $9, $9, $9) on conflict do nothing`,
    [
      id,
      importId,
      name,
      HEADINGS,
      lines.length,
      JSON.stringify(matching),
      JSON.stringify(counts),
      batchId,
      at,
    ],
  )
  await app.query(
    `insert into organisation_import_line (network_id, import_id, line, cells, verdict, organisation_id, given, changes, reasons)
     select $1, $2, r.line, r.cells, r.verdict, r.organisation, r.given, r.changes, r.reasons from json_to_recordset($3::json)
       as r(line int, cells jsonb, verdict text, organisation uuid, given jsonb, changes jsonb, reasons jsonb) on conflict do nothing`,
    [id, importId, JSON.stringify(lines)],
  )
}

async function loadLists(app: pg.ClientBase, id: number, at: string) {
  const asked = [
    {
      requester: 'Dominique Exemple',
      requester_organisation: 'Région Nouvelle-Aquitaine',
      requester_contact: 'dominique.exemple@essai.example',
      purpose: 'Préparer les rencontres régionales de la solidarité internationale',
      criteria: 'type=association',
      criteria_words: [kindLabel('association', 'fr')],
      columns: ['name', 'acronym', 'city', 'department', 'countries', 'website'],
      format: 'xlsx',
    },
    {
      requester: '',
      requester_organisation: '',
      requester_contact: '',
      purpose: 'Étiquettes du rapport d’activité',
      criteria: 'type=local_authority',
      criteria_words: [kindLabel('local_authority', 'fr')],
      columns: ['name', 'address', 'postalCode', 'city'],
      format: 'csv',
    },
  ].map((one, nth) => ({ ...one, id: rowIds('demo/list-request')(nth) }))
  await app.query(
    `insert into list_request (network_id, id, account_id, subject, requester, requester_organisation,
       requester_contact, purpose, criteria, criteria_words, columns, format, row_count, created_at, kept_until)
     select $1, r.id, ${staff}, 'organisations', r.requester, r.requester_organisation, r.requester_contact, r.purpose,
       r.criteria, array(select json_array_elements_text(r.criteria_words)), array(select json_array_elements_text(r.columns)), r.format,
       (select count(*) from organisation o where o.network_id = $1 and 'type=' || o.kind = r.criteria),
       $2::timestamptz, $2::date + 90
     from json_to_recordset($3::json) as r(id uuid, requester text, requester_organisation text, requester_contact text,
       purpose text, criteria text, criteria_words json, columns json, format text) on conflict do nothing`,
    [id, at, JSON.stringify(asked)],
  )
}
