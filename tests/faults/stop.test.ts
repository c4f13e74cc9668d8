import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aFolder } from './instance.ts'
import { expectNothingLeft, live, postmasterFile } from './live-instance.ts'

describe('Ctrl-C', () => {
  it('ends the launcher, the server and the database, with 0', async () => {
    const instance = await live(aFolder(), { through: 'launcher' })
    const postmaster = await postmasterFile(instance)
    expect(existsSync(postmaster)).toBe(true)
    instance.interrupt()
    expect(await instance.ended).toEqual({ code: 0, signal: null })
    await expectNothingLeft(instance, postmaster)
  })
})
