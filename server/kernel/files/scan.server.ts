import { connect } from 'node:net'

export type Verdict = 'not_scanned' | 'clean' | 'infected'
export type Scanner = (bytes: Uint8Array) => Promise<Verdict>

const PATIENCE_MS = 10_000
const PIECE = 64 * 1024

/**
 * Asks clamd (INSTREAM: pieces preceded by their length, ended by an empty one). Whatever is not a
 * clear answer is `not_scanned`.
 */
export function clamavScanner(url: string): Scanner {
  const { hostname, port } = new URL(url)
  return (bytes) =>
    new Promise((resolve) => {
      const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 3310) })
      let said = ''
      const end = () => {
        socket.destroy()
        resolve(verdictOf(said))
      }
      socket.setTimeout(PATIENCE_MS, end)
      socket.on('error', end).on('close', end)
      socket.setEncoding('utf8').on('data', (text) => {
        said += text
        if (/[\0\n]/.test(said)) end()
      })
      socket.on('connect', () => {
        socket.write('zINSTREAM\0')
        for (let at = 0; at < bytes.length; at += PIECE) {
          const piece = bytes.subarray(at, at + PIECE)
          socket.write(lengthOf(piece.length))
          socket.write(piece)
        }
        socket.write(lengthOf(0))
      })
    })
}

function lengthOf(size: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(size)
  return length
}

function verdictOf(said: string): Verdict {
  if (/\bFOUND\b/.test(said)) return 'infected'
  return /^stream: OK/.test(said) ? 'clean' : 'not_scanned'
}
