import { tableClasses } from '#db/columns.ts'
import { tablesOf } from './declared-tables.ts'
import { faultsIn, type Rule } from './rule.ts'

/** The whole list: a table without a wall is chosen, not forgotten. */
const GLOBAL = [
  'account',
  'account_event',
  'account_identity',
  'account_session',
  'account_token',
  'email_change',
  'listing_word',
  'mail_bounce',
  'network',
  'oidc_attempt',
  'outgoing_mail',
  'passkey',
  'recovery_code',
  'schema_migration',
  'sign_in_attempt',
]

/** Global tables that name a network; none holds what a network keeps to itself. */
const NAMING_A_NETWORK: Record<string, string> = {
  outgoing_mail: 'in whose name it is written, for its colours; many mails have no network',
}

export const globalTables: Rule = async (client) => [
  ...tablesOf('global')
    .filter((name) => !GLOBAL.includes(name))
    .map((name) => `${name}: is not on the list of global tables`),
  ...GLOBAL.filter((name) => tableClasses.get(name)?.class !== 'global').map(
    (name) => `${name}: is on the list of global tables and is not one`,
  ),
  ...tablesOf('global')
    .filter((name) => !tableClasses.get(name)?.why?.trim())
    .map((name) => `${name}: does not say why it is global`),
  ...(await faultsIn(
    client,
    `select format('%s: is global and names a network in %s', relname, attname) as fault
     from pg_attribute a join pg_class c on c.oid = attrelid
     where relnamespace = 'public'::regnamespace and relname = any ($1) and relname <> all ($2)
       and attnum > 0 and not attisdropped
       and (attname like '%network%' or exists (select 1 from pg_constraint k where k.conrelid = c.oid
         and k.contype = 'f' and k.confrelid = to_regclass('network') and a.attnum = any (k.conkey)))`,
    [tablesOf('global'), Object.keys(NAMING_A_NETWORK)],
  )),
]
