import { APP_ROLE } from '#db/roles.ts'
import { isListing } from './matrix/ground.ts'

export type PolicyFound = {
  table: string
  name: string
  command: string
  roles: string[]
  using: string | null
  check: string | null
  /** Whether the runtime login may do it at all: a policy over what nobody may do is not felt. */
  granted: boolean
}

/** `felt`: the runtime login can do something it could not, or no longer what it must; the matrix sees it too. */
export type Mutant = { statement: string; felt: boolean }

const on = ({ table, name }: PolicyFound) => `policy ${name} on ${table}`
const ofApp = ({ roles, granted }: PolicyFound) => granted && roles.includes(APP_ROLE)
const weak = (condition: string | null) => condition === null || condition === 'true'

/** Ways to weaken one policy; null where nothing would change. */
export const POLICY_MUTATIONS: Record<string, (policy: PolicyFound) => Mutant | null> = {
  'USING true': (policy) =>
    weak(policy.using) ? null : { statement: `alter ${on(policy)} using (true)`, felt: ofApp(policy) },
  'WITH CHECK true': (policy) =>
    weak(policy.check) ? null : { statement: `alter ${on(policy)} with check (true)`, felt: ofApp(policy) },
  dropped: (policy) => ({ statement: `drop ${on(policy)}`, felt: ofApp(policy) }),
  'given to everyone': (policy) => {
    // Everyone reads a listing as it is.
    const more = policy.granted && !ofApp(policy) && !(policy.command === 'select' && isListing(policy.table))
    return { statement: `alter ${on(policy)} to public`, felt: more }
  },
  'for every command': (policy) => {
    const condition = policy.using ?? policy.check
    if (policy.command === 'all' || !weak(condition)) return null
    const widened = `create ${on(policy)} to ${policy.roles.join()} using (${condition}) with check (${condition})`
    return { statement: `drop ${on(policy)}; ${widened}`, felt: ofApp(policy) }
  },
  'silent when no network is set': (policy) => {
    if (weak(policy.using)) return null
    const forgiving = policy.using!.replace(
      /\(current_setting\('app.network_id'::text\)\)::integer/,
      `nullif(current_setting('app.network_id', true), '')::int`,
    )
    const check = policy.check ? ` with check (${forgiving})` : ''
    // Beside another policy that still raises, nothing is let through.
    const alone = /^\(network_id = /.test(policy.using!)
    return { statement: `alter ${on(policy)} using (${forgiving})${check}`, felt: ofApp(policy) && alone }
  },
}

/** Ways to take the wall away from a whole table. */
export const TABLE_MUTATIONS: Record<string, (table: string) => Mutant> = {
  'row security disabled': (table) => ({
    statement: `alter table ${table} disable row level security`,
    felt: true,
  }),
  'row security not forced': (table) => ({
    statement: `alter table ${table} no force row level security`,
    felt: false,
  }),
}
