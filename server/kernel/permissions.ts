import type { Profile, Role } from '#tenants/roles.ts'
import type { NationalMission, Network } from '#tenants/schema.ts'
import { type Context, type Grant, requireAccount, requireNetwork, type StaffContext } from './context.ts'
import { forbidden, notFound } from './errors.ts'

export type Rule = {
  roles: readonly Role[]
  /** Of the staff, only these profiles; a member of staff without one counts as `mission`. */
  staff?: readonly Profile[]
  /** A grant limited to missions must have this one. */
  mission?: NationalMission
  module?: Network['modules'][number]
}
export type Permissions = Readonly<Record<string, Rule>>

/** Everyone of the staff but an intern, who enters and proposes and takes nobody's data away. */
export const BUT_INTERNS = ['direction', 'mission', 'finance'] as const satisfies Profile[]

/** Whether this grant answers this rule, the network left aside. */
export function answers(grant: Omit<Grant, 'id' | 'networkId'>, rule: Rule): boolean {
  if (!rule.roles.includes(grant.role)) return false
  if (grant.role === 'staff' && rule.staff && !rule.staff.includes(grant.profile ?? 'mission')) return false
  return !rule.mission || grant.missions.length === 0 || grant.missions.includes(rule.mission)
}

/**
 * Roles and tenants are separate walls: this one knows only who a person is in the network asked,
 * row-level security knows only the network. Each is tested with the other open.
 */
export function may(ctx: Context, rule: Rule): boolean {
  return ctx.grants.some((grant) => grant.networkId === ctx.network?.id && answers(grant, rule))
}

/** First line of every private loader, action, procedure and act. */
export function demand(ctx: Context, rule: Rule): asserts ctx is StaffContext {
  requireNetwork(ctx)
  if (rule.module && !ctx.network.modules.includes(rule.module)) throw notFound()
  requireAccount(ctx)
  if (!may(ctx, rule)) throw forbidden()
}
