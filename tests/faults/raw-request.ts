import { connect } from 'node:net'

/** A request sent piece by piece over a connection of its own. */
export async function rawRequest(port: number) {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  let look = () => {}
  socket.on('data', (chunk) => {
    received += chunk
    look()
  })
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('error', reject)
  })
  return {
    send: (text: string) =>
      new Promise<void>((resolve, reject) =>
        socket.write(text, (error) => (error ? reject(error) : resolve())),
      ),
    /** The status of the answer, when it begins to arrive. */
    status: () =>
      new Promise<number>((resolve, reject) => {
        look = () => {
          const status = received.match(/^HTTP\/1\.1 (\d+)/)?.[1]
          if (status) resolve(Number(status))
        }
        look()
        void closed.then(() => reject(new Error(`closed after ${JSON.stringify(received)}`)))
      }),
    closed,
    end: () => socket.destroy(),
  }
}

/** True when nobody takes new connections at this port. */
export const refusesConnections = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(false)
    })
    socket.once('error', () => resolve(true))
  })
