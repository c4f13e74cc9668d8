import { bringUpToDate } from '#server/database.ts'
import { readSettings } from '#server/kernel/settings.ts'
import { loadNetworks } from '#tenants/load.ts'
import { withDatabase } from './commands/reach-database.ts'
import { withClient } from './commands/with-client.ts'

/** Brings the database to this version before the machines of a deployment start; prints what was applied. */
export async function run(): Promise<number> {
  const tenants = loadNetworks()
  const applied = await withDatabase(readSettings(), (urls) =>
    withClient(urls.owner, (owner) => bringUpToDate(owner, urls.owner, tenants)),
  )
  for (const name of applied) console.log(name)
  if (applied.length === 0) console.error('La base est à jour.')
  return 0
}
