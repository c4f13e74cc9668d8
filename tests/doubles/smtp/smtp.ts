import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string[]; raw: string; mail: Email }
type Refusal = { code: number; text: string; times: number }

/** A mail server on a real port, which keeps what it is given and refuses when it is told to. */
export async function startSmtp() {
  const received: Received[] = []
  const atRecipient: Refusal[] = []
  const atData: Refusal[] = []
  const refusing = (list: Refusal[]) => {
    const [first] = list
    if (!first) return null
    first.times -= 1
    if (first.times === 0) list.shift()
    return Object.assign(new Error(first.text), { responseCode: first.code })
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => done(refusing(atRecipient)),
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece) => pieces.push(piece))
      stream.on('end', async () => {
        const refused = refusing(atData)
        if (refused) return done(refused)
        const raw = Buffer.concat(pieces).toString()
        const to = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ to, raw, mail: await PostalMime.parse(raw) })
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuseRecipient: (code: number, text: string, times = 1) => atRecipient.push({ code, text, times }),
    refuseMessage: (code: number, text: string, times = 1) => atData.push({ code, text, times }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

export type Smtp = Awaited<ReturnType<typeof startSmtp>>
