import { readdirSync, readFileSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clientOf } from '#tests/support/database.ts'
import { staffCookie } from './edits.ts'
import { aFolder, type Instance, startInstance } from './instance.ts'

const MIB = 1024 * 1024
const SENT = 300 * MIB
const HEAD = '--x\r\ncontent-disposition: form-data; name="fichier"; filename="liste.csv"\r\n\r\nNom;Type\n'
const END = '\r\n--x--\r\n'
/** Under 60 MiB are kept beside the program while they may still be a table. */
const [MOST_HELD, MOST_ON_DISK] = [100 * MIB, 64 * MIB]

const residentOf = (pid: number) =>
  Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/^VmRSS:\s+(\d+) kB/m)![1]) * 1024

/** What the files weigh that a work of the product holds in a folder; one may go while it is looked at. */
function weightOf(folder: string): number {
  let weight = 0
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    if (!name.startsWith('maillage-')) continue
    try {
      const found = statSync(join(folder, name))
      if (found.isFile()) weight += found.size
    } catch {}
  }
  return weight
}

type Sent = { status: number; said: string; held: number; onDisk: number }

/** Sends a table of 300 MiB, and looks at the server every megabyte. */
function sendTo(instance: Instance, headers: Record<string, string>, folder: string): Promise<Sent> {
  const before = residentOf(instance.pid)
  let [held, onDisk] = [0, 0]
  const row = Buffer.from('Les Amis du Long Fichier;Association\n'.repeat(28_000)).subarray(0, MIB)
  return new Promise((resolve, reject) => {
    const sending = request(
      `${instance.origin}/so-cooperation/bureau/imports`,
      { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x', ...headers } },
      async (response) => {
        let said = ''
        for await (const piece of response) said += piece
        resolve({ status: response.statusCode!, said, held, onDisk })
      },
    )
    // Answered before it is all sent, the rest may be cut: the answer counts.
    let answered = false
    let go = () => {}
    sending.on('response', () => {
      answered = true
      go()
    })
    sending.on('drain', () => go())
    sending.on('error', (error) => answered || reject(error))
    const pour = async () => {
      sending.write(HEAD)
      for (let sent = 0; sent < SENT && !answered; sent += MIB) {
        held = Math.max(held, residentOf(instance.pid) - before)
        onDisk = Math.max(onDisk, weightOf(folder))
        const drained = new Promise<void>((resolve) => {
          go = resolve
        })
        if (!sending.write(row)) await drained
      }
      sending.end(END)
    }
    pour().catch(reject)
  })
}

describe('A table of 300 MiB', () => {
  it('is refused in a sentence, held neither in memory nor on the disk; untold, its length is asked for', async () => {
    const folder = aFolder()
    const instance = await startInstance({ env: { MAILLAGE_MODE: 'live', TMPDIR: folder } })
    await instance.ready()
    const superuser = await clientOf((await instance.urls()).app)
    const cookie = await staffCookie(instance, superuser)
    await superuser.end()
    const length = String(HEAD.length + SENT + END.length)
    const told = await sendTo(instance, { cookie, 'content-length': length }, folder)
    expect([told.status, told.said.includes('60')]).toEqual([413, true])
    expect(told.held).toBeLessThan(MOST_HELD)
    expect(told.onDisk).toBeLessThan(MOST_ON_DISK)
    expect(weightOf(folder)).toBe(0)

    const untold = new Blob([HEAD, END]).stream()
    const asked = await instance.fetch('/so-cooperation/bureau/imports', {
      method: 'POST',
      headers: { cookie, 'content-type': 'multipart/form-data; boundary=x' },
      body: untold,
      duplex: 'half',
    } as RequestInit)
    expect(asked.status).toBe(411)
    expect(await instance.status('/readyz')).toBe(200)
  })
})
