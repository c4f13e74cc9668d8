import { createServer, type Socket } from 'node:net'

const message = (kind: string, body: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(kind), length, body])
}
const text = (value: string) => Buffer.from(`${value}\0`)
const number = (value: number, bytes: 2 | 4) => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeIntBE(value, 0, bytes)
  return buffer
}

/** The start of the conversation, without a password. */
const WELCOME = Buffer.concat([
  message('R', number(0, 4)),
  message('S', Buffer.concat([text('server_version'), text('15.9')])),
  message('K', Buffer.concat([number(1, 4), number(1, 4)])),
  message('Z', Buffer.from('I')),
])

/** One row of this text, whatever was asked: int4 (23), text (25) and bool (16) are told by their type. */
function answer(row: Record<string, [type: number, value: string]>) {
  const entries = Object.entries(row)
  const columns = entries.map(([name, [type]]) =>
    Buffer.concat([
      text(name),
      number(0, 4),
      number(0, 2),
      number(type, 4),
      number(-1, 2),
      number(-1, 4),
      number(0, 2),
    ]),
  )
  const values = entries.map(([, [, value]]) => Buffer.concat([number(value.length, 4), Buffer.from(value)]))
  return Buffer.concat([
    message('T', Buffer.concat([number(entries.length, 2), ...columns])),
    message('D', Buffer.concat([number(entries.length, 2), ...values])),
    message('C', text('SELECT 1')),
    message('Z', Buffer.from('I')),
  ])
}

const OF_15 = answer({
  version: [23, '150009'],
  label: [25, '15.9'],
  name: [25, 'owner'],
  database: [25, 'maillage'],
  may_create_roles: [16, 't'],
  encoding: [25, 'UTF8'],
  may_create: [16, 't'],
})

/** Answers as a PostgreSQL 15 does to whoever asks its version; gives its address and how to end it. */
export async function oldPostgresql() {
  const server = createServer((socket: Socket) => {
    socket.once('data', () => {
      socket.write(WELCOME)
      socket.on('data', (chunk) => (chunk[0] === 'X'.charCodeAt(0) ? socket.end() : socket.write(OF_15)))
    })
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return { url: `postgresql://owner:secret@127.0.0.1:${port}/maillage`, close: () => server.close() }
}
