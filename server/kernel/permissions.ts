import type { Network } from '#tenants/schema.ts'
import { type Context, type Role, requireAccount, requireNetwork, type StaffContext } from './context.ts'
import { forbidden, notFound } from './errors.ts'

export type Rule = { roles: readonly Role[]; module?: Network['modules'][number] }
export type Permissions = Readonly<Record<string, Rule>>

/**
 * Roles and tenants are separate walls: this one knows only who a person is in the network asked,
 * row-level security knows only the network. Each is tested with the other open.
 */
export function may(ctx: Context, rule: Rule): boolean {
  return ctx.grants.some((grant) => grant.networkId === ctx.network?.id && rule.roles.includes(grant.role))
}

/** First line of every private loader, action, procedure and act. */
export function demand(ctx: Context, rule: Rule): asserts ctx is StaffContext {
  requireNetwork(ctx)
  if (rule.module && !ctx.network.modules.includes(rule.module)) throw notFound()
  requireAccount(ctx)
  if (!may(ctx, rule)) throw forbidden()
}
