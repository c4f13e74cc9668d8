import type { Context } from '#server/kernel/context.ts'
import type { Site } from '#server/portal/public.ts'

/** What the middlewares leave for those after them. */
export type HttpEnv = {
  Variables: { requestId: string; arrivedAt: Date; nonce: string; context: Context; site: Site | null }
}
