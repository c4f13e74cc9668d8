import type pg from 'pg'
import { StartError } from '#server/kernel/settings.ts'

const LOCK_NOT_AVAILABLE = '55P03'
/** Kept: the networks, whose numbers a running instance knows by heart, and what tells it that its counts are stale. */
const KEPT = ['network', 'listing_revision', 'schema_migration']

/** Empties the demonstration, and only a demonstration: where one account is somebody's, nothing is touched. */
export async function emptyBusinessTables(owner: pg.ClientBase, app: pg.ClientBase) {
  const { rows: people } = await owner.query(`select 1 from account where email not like '%.demo' limit 1`)
  if (people.length > 0)
    throw new StartError(
      "Cette base n'est pas vidée : elle a des comptes qui ne sont pas de démonstration. Si elle doit l'être, supprimez-la vous-même.",
    )
  const { rows } = await owner.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace
     and relkind in ('r', 'p') and not relispartition and relname <> all ($1)`,
    [KEPT],
  )
  await owner.query(`begin; set local lock_timeout = '30s'`)
  try {
    await owner.query(`truncate ${rows.map(({ name }) => name).join(', ')}`)
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error
    throw new StartError(
      'La base est occupée depuis plus de 30 secondes : recommencez quand elle le sera moins.',
    )
  }
  await raiseRevisions(owner, app)
}

/** A running instance keeps its counts until a network's revision rises; only the runtime role may raise it. */
async function raiseRevisions(owner: pg.ClientBase, app: pg.ClientBase) {
  const { rows } = await owner.query<{ id: number }>('select id from network')
  for (const { id } of rows) {
    await app.query(`begin; select set_config('app.network_id', '${id}', true)`)
    await app.query('update listing_revision set revision = revision + 1 where network_id = $1', [id])
    await app.query('commit')
  }
}
