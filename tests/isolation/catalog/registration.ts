import { tableClasses } from '#db/columns.ts'
import { declaredNames } from './declared-tables.ts'
import { faultsIn, OURS, type Rule } from './rule.ts'

/** The job queue keeps its own tables, without personal data nor networks, outside public. */
const OTHER_SCHEMAS = ['pgboss']

/** Every table is declared in db/schema in exactly one class, and every declared table exists. */
export const registration: Rule = async (client) => {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f')`,
  )
  const existing = rows.map((row) => row.name)
  return [
    ...existing.filter((name) => !tableClasses.has(name)).map((name) => `${name}: is in no class of tables`),
    ...[...tableClasses.keys()]
      .filter((name) => !existing.includes(name))
      .map((name) => `${name}: is declared and does not exist`),
    ...declaredNames
      .filter((name) => !tableClasses.has(name))
      .map((name) => `${name}: is exported without a class`),
    ...declaredNames
      .filter((name, index) => declaredNames.indexOf(name) !== index)
      .map((name) => `${name}: is declared twice`),
    ...(await faultsIn(
      client,
      `select format('%s.%s: is a table outside public', nspname, relname) as fault
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where relkind in ('r', 'p', 'f') and ${OURS} and nspname <> 'public' and nspname <> all ($1)`,
      [OTHER_SCHEMAS],
    )),
    ...(await faultsIn(
      client,
      `select format('%s: %s', relname, case when relkind = 'f' then 'is a foreign table'
         when relispartition then 'is a partition: rows can be reached around its parent''s policies'
         else 'has a rewrite rule' end) as fault
       from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'f')
         and (relkind = 'f' or relispartition
           or exists (select 1 from pg_rewrite r where r.ev_class = c.oid))`,
    )),
  ]
}
