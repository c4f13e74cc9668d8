/** What the double uses of a package that comes without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  type Claims = Record<string, unknown>
  type Grant = { addOIDCScope: (scopes: string) => void; save: () => Promise<string> }
  type Configuration = Record<string, unknown> & {
    interactions: { url: (ctx: unknown, interaction: { uid: string }) => string }
    findAccount: (ctx: unknown, id: string) => { accountId: string; claims: () => Promise<Claims> }
    loadExistingGrant: (ctx: { oidc: { session?: { accountId?: string } } }) => Promise<Grant>
  }

  export default class Provider {
    constructor(issuer: string, configuration: Configuration)
    Grant: new (given: {
      clientId: string
      accountId: string
    }) => Grant
    callback(): (request: IncomingMessage, response: ServerResponse) => void
    interactionFinished(request: IncomingMessage, response: ServerResponse, answer: object): Promise<void>
  }
}
