import type pg from 'pg'
import { describe, expect, it } from 'vitest'
import { APP_ROLE } from '#db/roles.ts'
import { createDatabase, dropDatabase, type TestDatabase } from '#tests/support/database.ts'
import { catalogFaults } from './catalog/catalog-faults.ts'
import { networkTables } from './catalog/declared-tables.ts'
import { closeGround, openGround } from './matrix/ground.ts'
import { matrixFaults } from './matrix/matrix-faults.ts'
import { type Mutant, POLICY_MUTATIONS, type PolicyFound, TABLE_MUTATIONS } from './mutations.ts'

async function scratch<T>(work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const database = await createDatabase()
  try {
    return await work(database)
  } finally {
    await dropDatabase(database)
  }
}

async function matrixOf(database: TestDatabase, table: string): Promise<string[]> {
  const ground = await openGround(database)
  try {
    return await matrixFaults(ground, [table])
  } finally {
    await closeGround(ground)
  }
}

async function policiesOf(client: pg.Client, table: string): Promise<PolicyFound[]> {
  const { rows } = await client.query<PolicyFound>(
    `select tablename as table, policyname as name, lower(cmd) as command, roles::text[] as roles,
       qual as using, with_check as check,
       case cmd when 'ALL' then true else has_table_privilege($2, tablename, cmd) end as granted
     from pg_policies where schemaname = 'public' and tablename = $1 order by policyname`,
    [table, APP_ROLE],
  )
  return rows
}

/** Every way to weaken every policy of a table that changes something. */
function mutantsOf(policies: PolicyFound[]): Mutant[] {
  return Object.values(POLICY_MUTATIONS).flatMap((weaken) =>
    policies.flatMap((policy) => weaken(policy) ?? []),
  )
}

async function isFound(table: string, { statement, felt }: Mutant) {
  await scratch(async (database) => {
    await database.superuser.query(statement)
    expect(await catalogFaults(database.superuser), statement).not.toEqual([])
    if (felt) expect(await matrixOf(database, table), statement).not.toEqual([])
  })
}

describe.each(networkTables())('The wall around %s', (table) => {
  it('has no fault as it is', async () => {
    await scratch(async (database) => {
      expect(await catalogFaults(database.superuser)).toEqual([])
      expect(await matrixOf(database, table)).toEqual([])
    })
  })

  it.each(Object.entries(TABLE_MUTATIONS))('is found weakened: %s', (_, weaken) =>
    isFound(table, weaken(table)),
  )

  it('is found weakened, whichever policy and whichever way', async () => {
    const policies = await scratch(({ superuser }) => policiesOf(superuser, table))
    const mutants = mutantsOf(policies)
    expect(mutants.length).toBeGreaterThan(3 * policies.length)
    for (const mutant of mutants) await isFound(table, mutant)
  })
})
