import type { Context } from '#server/kernel/context.ts'

/** What the middlewares leave for those after them. */
export type HttpEnv = { Variables: { requestId: string; nonce: string; context: Context } }
