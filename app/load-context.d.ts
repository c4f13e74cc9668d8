import '@remix-run/node'
import type { Context } from '#server/kernel/context.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    context: Context
    nonce: string
    demo: boolean
  }
}
