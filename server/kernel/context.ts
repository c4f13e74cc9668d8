import type { Profile, Role } from '#tenants/roles.ts'
import { type Clock, systemClock } from './clock.ts'
import { notFound, signInNeeded } from './errors.ts'
import type { KnownNetwork } from './networks.ts'

export type Locale = 'fr' | 'en'
/** What a person was given in one network, in force today. */
export type Grant = {
  id: string
  networkId: number
  role: Role
  profile: Profile | null
  /** Missions the grant is limited to; none named, none is closed. */
  missions: string[]
  programmeId: string | null
}
export type Account = { id: string; email: string; name: string }

/** Where a request comes from, as far as the machine in front lets us know. */
export type Caller = { address: string; userAgent: string }

/** Everything an act may know of who asks, where and when. */
export type Context = {
  account: Account | null
  /** Grants in force today, in every network. */
  grants: Grant[]
  /** Networks where the person administers once they have a passkey. */
  passkeyWantedBy?: number[]
  network: KnownNetwork | null
  locale: Locale
  clock: Clock
  /** When the request came in, before anything was waited for; an act without a request has none. */
  arrivedAt?: Date
  requestId: string
  caller: Caller
}

export type NetworkContext = Context & { network: KnownNetwork }
export type StaffContext = NetworkContext & { account: Account }

export function requireNetwork(ctx: Context): asserts ctx is NetworkContext {
  if (!ctx.network) throw notFound()
}

export function requireAccount(ctx: Context): asserts ctx is Context & { account: Account } {
  if (!ctx.account) throw signInNeeded()
}

/** Whoever runs the service, and nobody of any network: for commands, and for what a start does by itself. */
export const unattended = (requestId: string) =>
  ({
    account: null,
    grants: [],
    network: null,
    locale: 'fr',
    clock: systemClock,
    requestId,
    caller: { address: 'unknown', userAgent: '' },
  }) satisfies Context
