import '@remix-run/node'
import type { Context } from '#server/kernel/context.ts'
import type { Site } from '#server/portal/public.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    context: Context
    nonce: string
    demo: boolean
    /** The network's own host that was asked, if it was one. */
    site: Site | null
  }
}
