import { type AddressInfo, createServer } from 'node:net'

/** The word every antivirus takes for a virus in our tests; the real one would wake those of developers. */
export const VIRUS = 'MAILLAGE-ESSAI-VIRUS'

/** Speaks clamd's INSTREAM, and reads the pieces by their lengths. */
export async function startClamav() {
  let scanned = 0
  const server = createServer((socket) => {
    let received = Buffer.alloc(0)
    socket.on('error', () => {})
    socket.on('data', (piece: Buffer) => {
      received = Buffer.concat([received, piece])
      const content = contentOf(received)
      if (content === null) return
      scanned++
      socket.end(content.includes(VIRUS) ? 'stream: Essai-Signature FOUND\0' : 'stream: OK\0')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `tcp://127.0.0.1:${port}`,
    scanned: () => scanned,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

const COMMAND = 'zINSTREAM\0'

/** What was sent, once its end came. */
function contentOf(received: Buffer): Buffer | null {
  if (received.subarray(0, COMMAND.length).toString() !== COMMAND) return null
  const pieces: Buffer[] = []
  for (let at = COMMAND.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
