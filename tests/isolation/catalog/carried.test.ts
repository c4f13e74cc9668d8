import { expect, it } from 'vitest'
import { CARRIED } from '#server/crm/merge/carried.ts'
import { MERGED_COLUMNS } from '#server/crm/merge/fields.ts'
import { useDatabase } from '#tests/support/database.ts'

const database = useDatabase()
const linesOf = async (query: string, given: unknown[] = []) =>
  (await database.owner.query<{ line: string }>(query, given)).rows.map(({ line }) => line)

/** Columns tied to organisation by a key, and those that name one without it: by their name, or as « x_type, x_id ». */
const LINKS = `
  select conrelid::regclass || '.' || a.attname as line
  from pg_constraint k
    join lateral unnest(conkey, confkey) pair (child, parent) on true
    join pg_attribute a on a.attrelid = conrelid and a.attnum = child
    join pg_attribute p on p.attrelid = confrelid and p.attnum = parent
  where contype = 'f' and confrelid = 'organisation'::regclass and p.attname = 'id'
  union
  select relname || '.' || attname
  from pg_attribute a join pg_class c on c.oid = attrelid
  where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
    and (attname ~ 'organisation_ids?$' or attname ~ '_id$' and atttypid = 'uuid'::regtype and exists (
      select 1 from pg_attribute t where t.attrelid = a.attrelid
        and t.attname = regexp_replace(a.attname, '_id$', '_type')))`

it('Every column that names an organisation says, in server/crm/merge/carried.ts, what a merge does with it', async () => {
  expect((await linesOf(LINKS)).sort()).toEqual(Object.keys(CARRIED).sort())
})

it('Every column of an organisation says, in server/crm/merge/fields.ts, what a merge makes of its two values', async () => {
  const columns = await linesOf(
    `select attname as line from pg_attribute
     where attrelid = 'organisation'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
  )
  expect([...MERGED_COLUMNS].sort()).toEqual(columns.sort())
})

it('What is carried is told apart by its primary key', async () => {
  for (const [link, rule] of Object.entries(CARRIED)) {
    if (rule.how === 'stays') continue
    const [table, column] = link.split('.') as [string, string]
    const key = await linesOf(
      `select attname as line from pg_index join pg_attribute on attrelid = indrelid and attnum = any (indkey)
       where indrelid = $1::regclass and indisprimary and attname not in ('network_id', $2)`,
      [table, column],
    )
    expect([...rule.key].sort(), link).toEqual(key.sort())
  }
})

it('Two rows that may not stand together under one organisation are found before they meet', async () => {
  for (const [link, rule] of Object.entries(CARRIED)) {
    if (rule.how !== 'moves') continue
    const [table, column] = link.split('.') as [string, string]
    const { rows } = await database.owner.query<{ columns: string[] }>(
      `select array(select attname::text from pg_attribute where attrelid = indrelid and attnum = any (indkey)
         and attname not in ('network_id', $2) order by 1) as columns
       from pg_index where indrelid = $1::regclass and indisunique
         and (select attnum from pg_attribute where attrelid = indrelid and attname = $2) = any (indkey)`,
      [table, column],
    )
    for (const { columns } of rows) {
      const unlike = rule.unlike ?? []
      expect(
        unlike.length > 0 && columns.every((name) => unlike.includes(name)) ? [] : [link, columns],
      ).toEqual([])
    }
  }
})

it('Nothing hangs from a row by the organisation it names without following it', async () => {
  const links = Object.keys(CARRIED).filter((link) => CARRIED[link]!.how === 'moves')
  const stuck = await linesOf(
    `select conrelid::regclass || ' -> ' || confrelid::regclass as line
     from pg_constraint join lateral unnest(confkey) k on true
       join pg_attribute a on a.attrelid = confrelid and a.attnum = k
     where contype = 'f' and confupdtype <> 'c' and confrelid <> 'organisation'::regclass
       and confrelid::regclass || '.' || a.attname = any ($1)`,
    [links],
  )
  expect(stuck).toEqual([])
})
