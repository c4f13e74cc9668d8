import { DECLARED_PRIVILEGES } from './declared-privileges.ts'
import { ROLES } from './logins.ts'
import { OURS, type Rule } from './rule.ts'

const list = `string_agg(lower(privilege), ', ' order by place)`
const among = (privileges: string) =>
  `unnest(string_to_array('${privileges}', ',')) with ordinality p (privilege, place)`

/** The queue's tables come and go by the day: they are told as one. */
const named = (name: string) =>
  `case when nspname = 'pgboss' then 'pgboss.*' else nspname || '.' || ${name} end`

/** What each role may do, whoever granted it: itself, PUBLIC or a role it is a member of. */
const EFFECTIVE = `
  select role || ' on table ' || ${named('relname')} || ': ' || ${list}
  from unnest($1::text[]) role, pg_class c join pg_namespace n on n.oid = relnamespace,
    ${among('SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER,MAINTAIN')}
  where relkind in ('r', 'p', 'v', 'm', 'f') and ${OURS} and has_table_privilege(role, c.oid, privilege)
  group by role, nspname, relname
  union
  select role || ' on column ' || nspname || '.' || relname || '.' || attname || ': ' || ${list}
  from unnest($1::text[]) role, pg_attribute a join pg_class c on c.oid = attrelid
    join pg_namespace n on n.oid = relnamespace, ${among('SELECT,INSERT,UPDATE,REFERENCES')}
  where relkind in ('r', 'p', 'v', 'm', 'f') and ${OURS} and attnum > 0 and not attisdropped
    and has_column_privilege(role, c.oid, attnum, privilege) and not has_table_privilege(role, c.oid, privilege)
  group by role, nspname, relname, attname
  union
  select role || ' on sequence ' || ${named('relname')} || ': ' || ${list}
  from unnest($1::text[]) role, pg_class c join pg_namespace n on n.oid = relnamespace, ${among('USAGE,SELECT,UPDATE')}
  where relkind = 'S' and ${OURS} and has_sequence_privilege(role, c.oid, privilege)
  group by role, nspname, relname
  union
  select role || ' on function ' || ${named('proname')}
  from unnest($1::text[]) role, pg_proc f join pg_namespace n on n.oid = pronamespace
  where ${OURS} and has_schema_privilege(role, n.oid, 'usage') and has_function_privilege(role, f.oid, 'execute')
    and not exists (select 1 from pg_depend d where d.objid = f.oid and d.deptype = 'e')
  union
  select role || ' on schema ' || nspname || ': ' || ${list}
  from unnest($1::text[]) role, pg_namespace n, ${among('USAGE,CREATE')}
  where ${OURS} and has_schema_privilege(role, n.oid, privilege) group by role, nspname
  union
  select role || ' on schema ' || nspname || ': create'
  from unnest($1::text[]) role, pg_namespace n
  where nspname in ('pg_catalog', 'information_schema') and has_schema_privilege(role, n.oid, 'create')
  union
  select role || ' on the database: ' || ${list}
  from unnest($1::text[]) role, ${among('CREATE,CONNECT,TEMPORARY')}
  where has_database_privilege(role, current_database(), privilege) group by role`

/** An unexpected right is a fault, and so is a right that has gone: the product would fail where it is needed. */
export const privileges: Rule = async (client) => {
  const { rows } = await client.query<{ line: string }>(`select line from (${EFFECTIVE}) l (line)`, [ROLES])
  const actual = rows.map((row) => row.line)
  return [
    ...actual
      .filter((line) => !DECLARED_PRIVILEGES.includes(line))
      .map((line) => `undeclared right: ${line}`),
    ...DECLARED_PRIVILEGES.filter((line) => !actual.includes(line)).map((line) => `missing right: ${line}`),
  ]
}
