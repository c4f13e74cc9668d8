import type pg from 'pg'

export type Column = { name: string; type: string; nullable: boolean; made: boolean }
export type ForeignKey = { columns: string[]; parent: string; parentColumns: string[] }
export type TableShape = { name: string; columns: Column[]; key: string[]; foreignKeys: ForeignKey[] }
export type Shapes = Map<string, TableShape>

/** What a row of each table is made of, read in the catalog so that a new table needs no line here. */
export async function readShapes(client: pg.Client): Promise<Shapes> {
  const { rows } = await client.query<TableShape>(`
    select relname as name,
      (select json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod), 'nullable', not attnotnull,
         'made', attgenerated <> '' or attidentity <> '') order by attnum)
       from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as columns,
      coalesce((select json_agg(attname order by array_position(indkey::int2[], attnum))
       from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
       where indrelid = c.oid and indisprimary), '[]') as key,
      coalesce((select json_agg(json_build_object('columns', ${names('conrelid', 'conkey')},
         'parent', confrelid::regclass::text, 'parentColumns', ${names('confrelid', 'confkey')}) order by conname)
       from pg_constraint where conrelid = c.oid and contype = 'f'), '[]') as "foreignKeys"
    from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'`)
  return new Map(rows.map((row) => [row.name, row]))
}

const names = (table: string, numbers: string) => `(select json_agg(attname order by place)
  from unnest(${numbers}) with ordinality n (number, place) join pg_attribute on attrelid = ${table} and attnum = number)`
