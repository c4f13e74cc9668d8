import { systemClock } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'

/** Whoever runs the service, and nobody of any network: for acts asked from the command line. */
export const commandContext = () =>
  ({
    account: null,
    grants: [],
    network: null,
    locale: 'fr',
    clock: systemClock,
    requestId: 'cli',
    caller: { address: 'unknown', userAgent: '' },
  }) satisfies Context
