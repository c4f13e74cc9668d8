import type pg from 'pg'

const TABLES =
  'organisation, organisation_listing, listing_word, record_word, project, project_holder, project_listing, membership, person, person_position, account'

/** What acts do listing by listing, done once for all of them. Returns how many keys are shared. */
export async function afterLoad(owner: pg.ClientBase, app: pg.ClientBase): Promise<number> {
  // Statistics first: the statements below choose their plans from them.
  await owner.query(`analyze ${TABLES}`)
  // In two steps: the function must not move the rows its own list is read from.
  const { rows } = await app.query<{ keys: string[] }>(
    `select array(
       select 'siren:' || siren from organisation_listing where siren is not null group by siren having count(*) > 1
       union all
       select 'rna:' || rna from organisation_listing where rna is not null group by rna having count(*) > 1
       order by 1
     ) as keys`,
  )
  const { keys } = rows[0]!
  await app.query(
    'select definer_identity.refresh_listing_identity(array[k], null, null) from unnest($1::text[]) k',
    [keys],
  )
  await app.query(`select definer_identity.note_alike_listings(network_id, array_agg(id))
    from organisation_listing group by network_id`)
  return keys.length
}

/** Empties the waiting lists of the search indexes, which would slow the first searches, and counts rows anew. */
export async function tidy(owner: pg.ClientBase) {
  await owner.query(`vacuum ${TABLES}`)
  await owner.query('analyze')
}
