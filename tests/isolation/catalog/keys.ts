import { networkTables, tablesOf } from './declared-tables.ts'
import { faultsIn, type Rule } from './rule.ts'

/** Rows of a network are told apart by their network first: in keys, so that none is an oracle, and in indexes. */
export const keys: Rule = async (client) => [
  ...(await faultsIn(
    client,
    `select format('%s: has no integer column network_id that refuses null', name) as fault
     from unnest($1::text[]) name
     where to_regclass(quote_ident(name)) is not null and not exists (
       select 1 from pg_attribute where attrelid = to_regclass(quote_ident(name)) and attname = 'network_id'
         and attnotnull and atttypid = 'int4'::regtype and not attisdropped)`,
    [networkTables()],
  )),
  ...(await faultsIn(
    client,
    `select format('%s: has no primary key', name) as fault from unnest($1::text[]) name
     where not exists (select 1 from pg_index where indrelid = to_regclass(quote_ident(name)) and indisprimary)`,
    [networkTables()],
  )),
  ...(await faultsIn(
    client,
    `select format('%s: the %s %s does not start with network_id', t.relname,
       case when indisprimary then 'primary key' when indisunique then 'unique index' else 'index' end, i.relname) as fault
     from pg_index x join pg_class t on t.oid = indrelid join pg_class i on i.oid = indexrelid
       left join pg_attribute a on a.attrelid = indrelid and a.attnum = indkey[0]
     where t.relnamespace = 'public'::regnamespace and a.attname is distinct from 'network_id'
       and (t.relname = any ($1) or t.relname = any ($2) and (indisunique or indisexclusion))`,
    [tablesOf('tenant'), tablesOf('listing')],
  )),
]
