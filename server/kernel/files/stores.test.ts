import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startClamav, VIRUS } from '#tests/doubles/clamav/clamav.ts'
import { S3_KEYS, startS3 } from '#tests/doubles/s3/s3.ts'
import type { FileStore } from './file-store.ts'
import { localStore } from './local-store.server.ts'
import { s3Store } from './s3-store.server.ts'
import { clamavScanner } from './scan.server.ts'

const KEY = `ab/${'0'.repeat(62)}`
const folder = mkdtempSync(join(tmpdir(), 'maillage-files-'))
let s3: Awaited<ReturnType<typeof startS3>>
const stores: Record<string, () => FileStore> = {
  'a folder': () => localStore(folder),
  'an S3 store': () => s3Store({ ...S3_KEYS, endpoint: s3.endpoint }),
}
beforeAll(async () => {
  s3 = await startS3()
})
afterAll(async () => {
  await s3.close()
  rmSync(folder, { recursive: true })
})

describe.each(Object.entries(stores))('Bytes given to %s', (_, open) => {
  it('are given back, written over and deleted; deleting twice is no fault', async () => {
    const store = open()
    expect(await store.get(KEY)).toBeNull()
    await store.put(KEY, Buffer.from('un'))
    await store.put(KEY, Buffer.from([0, 255, 13, 10]))
    expect([...(await store.get(KEY))!]).toEqual([0, 255, 13, 10])
    await store.delete(KEY)
    await store.delete(KEY)
    expect(await store.get(KEY)).toBeNull()
  })
})

describe('An S3 store', () => {
  it('is asked with signatures it accepts', () => expect(s3.refused).toEqual([]))
  it('that refuses is a fault, never an absent file', async () => {
    const stranger = s3Store({ ...S3_KEYS, secret: 'un autre', endpoint: s3.endpoint })
    await expect(stranger.put(KEY, Buffer.from('un'))).rejects.toThrow(/403/)
    await expect(stranger.get(KEY)).rejects.toThrow(/403/)
    expect(s3.refused).toContain('SignatureDoesNotMatch')
  })
})

describe('A folder', () => {
  it('takes no key that leads out of it', async () => {
    const store = localStore(folder)
    for (const key of ['../dehors', `ab/../${'0'.repeat(62)}`, '/absolu', `${KEY}\0`])
      await expect((async () => store.put(key, Buffer.from('un')))()).rejects.toThrow('not a storage key')
    expect(readdirSync(folder)).toEqual(['ab'])
  })
})

describe('The antivirus', () => {
  it('tells what is infected from what is clean, however long', async () => {
    const clamav = await startClamav()
    const scan = clamavScanner(clamav.url)
    const long = Buffer.alloc(300_000, 'a')
    expect(await scan(long)).toBe('clean')
    expect(await scan(Buffer.concat([long, Buffer.from(VIRUS)]))).toBe('infected')
    await clamav.close()
    expect(await scan(long)).toBe('not_scanned')
  })
})
