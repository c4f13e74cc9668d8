import { networkTables, tablesOf } from './declared-tables.ts'
import { faultsIn, type Rule } from './rule.ts'

/** Enabled, or the policies are ignored; forced, or the owner's statements are above them. */
export const rowSecurity: Rule = async (client) => [
  ...(await faultsIn(
    client,
    `select format('%s: row-level security is not %s', relname, word) as fault
     from pg_class, lateral (values ('enabled', relrowsecurity), ('forced', relforcerowsecurity)) v (word, holds)
     where relnamespace = 'public'::regnamespace and relname = any ($1) and not holds`,
    [networkTables()],
  )),
  // Their rules are to be written here with the first such table.
  ...tablesOf('programme', 'submission').map((name) => `${name}: its class has no catalog rules yet`),
]
