import { networkTables } from './declared-tables.ts'
import { faultsIn, type Rule } from './rule.ts'

/**
 * A row cannot point into another network, so a key to a network's table carries network_id on both
 * sides, in the same place. One column alone would accept another network's row and cascade to it.
 */
export const foreignKeys: Rule = async (client) => [
  ...(await faultsIn(
    client,
    `select format('%s: foreign key %s does not pair network_id with the network_id of %s',
       conrelid::regclass, conname, confrelid::regclass) as fault
     from pg_constraint k join pg_class parent on parent.oid = confrelid
     where contype = 'f' and conparentid = 0 and parent.relnamespace = 'public'::regnamespace and parent.relname = any ($1)
       and not exists (
         select 1 from unnest(conkey, confkey) pair (child_column, parent_column)
           join pg_attribute c on c.attrelid = conrelid and c.attnum = child_column
           join pg_attribute p on p.attrelid = confrelid and p.attnum = parent_column
         where c.attname = 'network_id' and p.attname = 'network_id')`,
    [networkTables()],
  )),
  ...(await faultsIn(
    client,
    `select format('%s: foreign key %s empties network_id', conrelid::regclass, conname) as fault
     from pg_constraint k join pg_class t on t.oid = conrelid
       join pg_attribute a on a.attrelid = conrelid and a.attname = 'network_id'
     where contype = 'f' and t.relname = any ($1) and a.attnum = any (coalesce(nullif(confdelsetcols, '{}'), conkey))
       and (confdeltype in ('n', 'd') or confupdtype in ('n', 'd'))`,
    [networkTables()],
  )),
]
