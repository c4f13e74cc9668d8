import type pg from 'pg'
import type { Comparable } from '#server/crm/duplicate/alike.ts'
import { pairsAmong } from '#server/crm/duplicate/pairs.ts'
import type { DemoOrganisation } from './organisation.ts'

export const compared = (one: DemoOrganisation): Comparable => ({
  ...one,
  otherNames: [...one.aliases, ...one.formerNames.map(({ name }) => name)],
})

/** What the night’s look for duplicates would find, so that the first morning has something to settle. */
export async function writeDuplicatePairs(
  app: pg.ClientBase,
  network: number,
  records: Comparable[],
  today: string,
) {
  const pairs = [...pairsAmong(records)].filter((pair) => pair !== null)
  await app.query(
    `insert into duplicate_pair (network_id, left_id, right_id, score, reasons, found_at)
     select $1, p."left", p."right", p.score, array(select jsonb_array_elements_text(p.reasons)), $3::date
     from jsonb_to_recordset($2::jsonb) as p("left" uuid, "right" uuid, score int, reasons jsonb)`,
    [network, JSON.stringify(pairs), today],
  )
}
