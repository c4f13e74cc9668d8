import { LOGINS } from './logins.ts'
import { faultsIn, OURS, type Rule } from './rule.ts'

/** A plain view reads with its owner's rights, a materialised one without any policy at all. */
export const views: Rule = async (client) => [
  ...(await faultsIn(
    client,
    `select format('%s.%s: is a view without security_invoker', nspname, relname) as fault
     from pg_class c join pg_namespace n on n.oid = relnamespace
     where relkind = 'v' and ${OURS} and not exists (
       select 1 from pg_options_to_table(reloptions)
       where option_name = 'security_invoker' and option_value in ('true', 'on', '1', 'yes'))`,
  )),
  ...(await faultsIn(
    client,
    `select format('%s.%s: is a materialised view that %s may read', nspname, relname, login) as fault
     from pg_class c join pg_namespace n on n.oid = relnamespace, unnest($1::text[]) login
     where relkind = 'm' and ${OURS}
       and (has_table_privilege(login, c.oid, 'select') or has_any_column_privilege(login, c.oid, 'select'))`,
    [LOGINS],
  )),
]
