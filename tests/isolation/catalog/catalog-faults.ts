import type pg from 'pg'
import { declaredColumns } from './declared-columns.ts'
import { foreignKeys } from './foreign-keys.ts'
import { functions } from './functions.ts'
import { globalTables } from './global-tables.ts'
import { keys } from './keys.ts'
import { logins } from './logins.ts'
import { policies } from './policies.ts'
import { privileges } from './privileges.ts'
import { registration } from './registration.ts'
import { rowSecurity } from './row-security.ts'
import type { Rule } from './rule.ts'
import { views } from './views.ts'

const RULES: Rule[] = [
  registration,
  declaredColumns,
  rowSecurity,
  policies,
  keys,
  foreignKeys,
  globalTables,
  views,
  functions,
  logins,
  privileges,
]

/** Everything in this database's catalog that would let one network's rows reach another; empty when the wall holds. */
export async function catalogFaults(client: pg.Client): Promise<string[]> {
  const faults: string[] = []
  for (const rule of RULES) faults.push(...(await rule(client)))
  return faults
}
