import type { Context } from '#server/kernel/context.ts'

/** Who stands at the door: no account is known yet. */
export type Asker = Pick<Context, 'clock' | 'caller' | 'locale'>
