import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** Whoever sits at the provider's keyboard: they sign in as somebody, or refuse. */
export type Visitor = {
  subject: string
  email: string
  emailVerified?: boolean
  refuses?: boolean
}

const CLIENT = { id: 'maillage', secret: 'a-secret-for-the-double-only' }
const SCOPES = ['openid', 'email', 'given_name', 'usual_name']

/** A real OpenID provider on this machine, in ProConnect's shape: its user info is a signed JWT. */
export async function openProvider(redirectUri: string) {
  let visitor: Visitor = { subject: 'nobody', email: 'nobody@essai.example' }
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => {}
  const server = createServer((request, response) => handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const people = new Map<string, Visitor>()
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        userinfo_signed_response_alg: 'RS256',
      },
    ],
    scopes: SCOPES,
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      given_name: ['given_name'],
      usual_name: ['usual_name'],
    },
    features: { jwtUserinfo: { enabled: true }, devInteractions: { enabled: false } },
    cookies: { keys: ['a-key-for-the-double-only'] },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => {
        const { email, emailVerified } = people.get(id)!
        const proven = emailVerified === undefined ? {} : { email_verified: emailVerified }
        return { sub: id, email, ...proven, given_name: 'Camille', usual_name: 'Essai' }
      },
    }),
    // Nobody is asked for consent: the network's own product is at the other end.
    loadExistingGrant: async (ctx) => {
      const accountId = ctx.oidc.session!.accountId!
      const grant = new provider.Grant({ clientId: CLIENT.id, accountId })
      grant.addOIDCScope(SCOPES.join(' '))
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()
  handle = async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response)
    people.set(visitor.subject, visitor)
    const answer = visitor.refuses
      ? { error: 'access_denied', error_description: 'refused' }
      : { login: { accountId: visitor.subject } }
    await provider.interactionFinished(request, response, answer)
  }

  /** From the address the product sent a browser to, to the one the provider sends it back to. */
  async function visit(address: string): Promise<URL> {
    const jar = new Map<string, string>()
    let at = new URL(address)
    for (let hop = 0; hop < 10; hop++) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(at, { redirect: 'manual', headers: { cookie } })
      for (const line of response.headers.getSetCookie()) {
        const [name, value] = line.split(';')[0]!.split('=')
        jar.set(name!, value!)
      }
      const location = response.headers.get('location')
      if (!location) throw new Error(`the provider answered ${response.status}: ${await response.text()}`)
      at = new URL(location, at)
      if (at.href.startsWith(redirectUri)) return at
    }
    throw new Error('the provider never sends back')
  }

  return {
    issuer,
    client: CLIENT,
    visit,
    comes: (next: Visitor) => {
      visitor = next
    },
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
