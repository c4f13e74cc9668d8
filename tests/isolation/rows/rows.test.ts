import { describe, expect, it } from 'vitest'
import { networkTables } from '#tests/isolation/catalog/declared-tables.ts'
import { useDatabase } from '#tests/support/database.ts'
import { makeRow } from './make-row.ts'
import { plantRow } from './plant-row.ts'
import { readShapes } from './table-shapes.ts'

const database = useDatabase()

async function planted(table: string) {
  const shapes = await readShapes(database.superuser)
  await plantRow(database.superuser, shapes, table, 1, 'seed')
  const { rows } = await database.superuser.query(`select * from "${table}" where network_id = 1`)
  return rows
}

describe('The maker of rows', () => {
  it.each(networkTables())('makes a row of %s with all it points to', async (table) => {
    // More than one where the database writes a row of its own beside it.
    expect(await planted(table)).not.toHaveLength(0)
  })

  it('says which table it cannot make a row of, and where to say how', async () => {
    await database.superuser.query(
      `create table picky (network_id int not null, id uuid, code text check (code = 'X9'), primary key (network_id, id))`,
    )
    await expect(planted('picky')).rejects.toThrow(/No row of picky .*picky_code_check.*sample-values/)
  })

  it('leaves empty what points to its own table', async () => {
    await database.superuser.query(
      `create table tree (network_id int, id uuid, above uuid, primary key (network_id, id),
         foreign key (network_id, above) references tree)`,
    )
    expect(await planted('tree')).toMatchObject([{ network_id: 1, above: null }])
  })

  it('gives two networks the same ids for one seed, and two seeds different ones', async () => {
    const shapes = await readShapes(database.superuser)
    const idOf = (network: number, seed: string) => makeRow(shapes, 'organisation', network, seed).id
    expect(idOf(1, 'a')).toBe(idOf(2, 'a'))
    expect(idOf(1, 'a')).not.toBe(idOf(1, 'b'))
  })
})
