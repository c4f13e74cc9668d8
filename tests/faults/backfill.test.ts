import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '#db/migrate.ts'
import { clientOf, createDatabase, dropDatabase, type TestDatabase } from '#tests/support/database.ts'
import { migrations } from './made-up-migrations.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => dropDatabase(database))

const ADDED = 'alter table organisation add column essai text;'

describe('A migration that fills a column', () => {
  beforeAll(async () => {
    // Written as the product does: under the policies, in one network.
    const app = await clientOf(database.urls.app)
    await app.query(`begin; select set_config('app.network_id', (select min(id)::text from network), true)`)
    await app.query(`insert into organisation (network_id, id, name, kind)
      select min(id), gen_random_uuid(), 'Ancienne', 'association' from network`)
    await app.query('commit')
    await app.end()
  })

  it('sees no row when it forgets the policies: its own count is what stops it', async () => {
    const { options } = migrations({
      'fill.sql': `${ADDED} do $$
        declare filled int;
        begin
          update organisation set essai = name;
          get diagnostics filled = row_count;
          if filled = 0 then raise exception 'no organisation was filled: % expected', 1; end if;
        end $$;`,
    })
    await expect(migrate(database.owner, options)).rejects.toThrow(
      'fill.sql: no organisation was filled: 1 expected',
    )
    const { rows } = await database.owner.query(
      `select 1 from information_schema.columns where table_name = 'organisation' and column_name = 'essai'`,
    )
    expect(rows).toEqual([])
  })

  it('lifts them for its own transaction, counts, and puts them back', async () => {
    const { options } = migrations({
      'fill.sql': `${ADDED} alter table organisation no force row level security;
      do $$
        declare filled int;
        begin
          update organisation set essai = name;
          get diagnostics filled = row_count;
          if filled <> (select count(*) from organisation) or filled = 0 then
            raise exception '% organisations were filled', filled;
          end if;
        end $$;
      alter table organisation force row level security;`,
    })
    expect(await migrate(database.owner, options)).toEqual(['fill.sql'])
    const { rows } = await database.superuser.query(`select essai from organisation where name = 'Ancienne'`)
    expect(rows).toEqual([{ essai: 'Ancienne' }])
    const { rows: hidden } = await database.owner.query('select essai from organisation')
    expect(hidden).toEqual([])
  })
})
