import { getTableName } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tableClasses } from '#db/columns.ts'
import { useDatabase } from '#tests/support/database.ts'
import type { Breach } from './breaches/breach.ts'
import { CODE_BREACHES } from './breaches/code.ts'
import { KEY_BREACHES } from './breaches/keys.ts'
import { POLICY_BREACHES } from './breaches/policies.ts'
import { RIGHT_BREACHES } from './breaches/rights.ts'
import { ROLE_BREACHES } from './breaches/roles.ts'
import { TABLE_BREACHES } from './breaches/tables.ts'
import { catalogFaults } from './catalog-faults.ts'
import { declaredTables } from './declared-tables.ts'

const database = useDatabase()

/** Catalog changes are transactional: each breach lives in a transaction that is never committed. */
beforeEach(async () => {
  await database.superuser.query('begin')
})
afterEach(async () => {
  await database.superuser.query('rollback')
})

const GROUPS: [string, Breach[]][] = [
  ['of tables', TABLE_BREACHES],
  ['of keys', KEY_BREACHES],
  ['of policies', POLICY_BREACHES],
  ['of views and functions', CODE_BREACHES],
  ['of roles', ROLE_BREACHES],
  ['of rights', RIGHT_BREACHES],
]

describe.each(GROUPS)('A breach %s is told', (_, breaches) => {
  it.each(breaches)('%s', async (_title, statement, fault) => {
    await database.superuser.query(statement)
    expect(await catalogFaults(database.superuser)).toContainEqual(expect.stringContaining(fault))
  })
})

describe('A breach of the declarations is told', () => {
  const first = getTableName(declaredTables[0]!)
  const entry = tableClasses.get(first)!
  afterEach(() => {
    tableClasses.delete('ghost')
    tableClasses.set(first, entry)
  })

  it('a table declared and never made', async () => {
    tableClasses.set('ghost', { class: 'tenant' })
    expect(await catalogFaults(database.superuser)).toContain('ghost: is declared and does not exist')
  })

  it('a table exported without its class', async () => {
    tableClasses.delete(first)
    expect(await catalogFaults(database.superuser)).toContain(`${first}: is exported without a class`)
  })

  it('a private table called global without being on the list', async () => {
    tableClasses.set(first, { class: 'global', why: 'because' })
    expect(await catalogFaults(database.superuser)).toContain(`${first}: is not on the list of global tables`)
  })

  it('a global table that does not say why', async () => {
    tableClasses.set('ghost', { class: 'global', why: ' ' })
    expect(await catalogFaults(database.superuser)).toContain('ghost: does not say why it is global')
  })

  it('a class without rules', async () => {
    tableClasses.set('ghost', { class: 'programme' })
    expect(await catalogFaults(database.superuser)).toContain('ghost: its class has no catalog rules yet')
  })
})
