import { APP_ROLE } from '#db/roles.ts'
import { networkTables, tablesOf } from './declared-tables.ts'
import { OTHER_POLICIES, type Policy } from './other-policies.ts'
import type { Rule } from './rule.ts'

/** The one spelling that the planner evaluates once and that raises when no network is set. */
const OWN = `(network_id = ( SELECT (current_setting('app.network_id'::text))::integer AS current_setting))`

const WRITES = ['insert', 'update', 'delete']

export const policies: Rule = async (client) => {
  const { rows: found } = await client.query<Policy & { permissive: boolean; table: string; name: string }>(
    `select c.relname as table, polname as name, polpermissive as permissive,
       array(select case when role = 0 then 'public' else role::regrole::text end from unnest(polroles) role) as roles,
       case polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end as command,
       pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check
     from pg_policy p join pg_class c on c.oid = p.polrelid where c.relname = any ($1)`,
    [networkTables()],
  )
  const faults: string[] = []
  for (const policy of found) {
    const { table, name } = policy
    const declared = OTHER_POLICIES[`${table}.${name}`]
    const wrong = declared
      ? differs(policy, declared)
      : ownFaults(policy, tablesOf('listing').includes(table) ? 'true' : OWN)
    if (!policy.permissive) wrong.push('is restrictive: what it narrows is not tested')
    faults.push(...wrong.map((fault) => `${table}: policy ${name} ${fault}`))
  }
  for (const key of Object.keys(OTHER_POLICIES)) {
    if (!found.some(({ table, name }) => `${table}.${name}` === key))
      faults.push(`${key}: this policy is missing`)
  }
  for (const table of networkTables()) {
    const covered = found
      .filter((policy) => policy.table === table && !(`${table}.${policy.name}` in OTHER_POLICIES))
      .flatMap(({ command }) => (command === 'all' ? ['select', ...WRITES] : command))
    for (const command of ['select', ...WRITES])
      if (!covered.includes(command)) faults.push(`${table}: no policy of ${APP_ROLE} for ${command}`)
  }
  return faults
}

/** `reading` is what a SELECT policy must say: a listing is read by all, a private table is not. */
function ownFaults({ roles, command, using, check }: Policy, reading: string): string[] {
  const faults: string[] = []
  if (roles.join() !== APP_ROLE) faults.push(`is given to ${roles.join(', ')}`)
  const wantedUsing = command === 'insert' ? null : command === 'select' ? reading : OWN
  const wantedCheck = ['all', 'insert', 'update'].includes(command) ? OWN : null
  if (using !== wantedUsing) faults.push(`has USING ${using}`)
  if (check !== wantedCheck) faults.push(`has WITH CHECK ${check}`)
  return faults
}

function differs(policy: Policy, declared: Policy): string[] {
  const parts = ['roles', 'command', 'using', 'check'] as const
  return parts
    .filter((part) => String(policy[part]) !== String(declared[part]))
    .map((part) => `has ${part} ${policy[part]} instead of ${declared[part]}`)
}
