import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * A port nobody uses, below the numbers that systems lend to outgoing connections: while its server
 * is down, one of those could take the port and keep it, our own among them (a connection to a lent
 * port can meet itself: measured, after a thousand tries).
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 30_000)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
