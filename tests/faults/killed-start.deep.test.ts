import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hostUser } from '#db/embedded/host-user.ts'
import { aFolder, startInstance } from './instance.ts'
import { expectNothingLeft, holderOf, live, lockOf, postmasterFile } from './live-instance.ts'
import { refusesConnections } from './raw-request.ts'
import { until } from './until.ts'

describe('When a start is killed', () => {
  it('the server leaves with its launcher, and the next start is ready', async () => {
    const first = await live(aFolder(), { through: 'launcher' })
    const postmaster = await postmasterFile(first)
    first.kill('SIGKILL')
    // At once, as somebody would: the former is still stopping.
    const second = await live(first.dataDir)
    expect(await refusesConnections(first.port)).toBe(true)
    second.kill('SIGTERM')
    expect((await second.ended).code).toBe(0)
    await expectNothingLeft(second, postmaster)
  })

  it('on its way, the server leaves with its launcher too', async () => {
    const first = await startInstance({ through: 'launcher', env: { MAILLAGE_MODE: 'live' } })
    await until(() => existsSync(lockOf(first.dataDir)))
    first.kill('SIGKILL')
    await until(() => !existsSync(lockOf(first.dataDir)))
    await expect(first.cluster()).rejects.toThrow('no database runs')
    await live(first.dataDir)
  })

  it('the server itself, the launcher ends too; the database left behind is used by the next start', async () => {
    const first = await live(aFolder(), { through: 'launcher' })
    const postmaster = await postmasterFile(first)
    const { pid } = await first.cluster()
    const left = pid()
    process.kill(holderOf(first.dataDir), 'SIGKILL')
    expect((await first.ended).code).toBe(1)
    const second = await live(first.dataDir)
    expect((await second.cluster()).pid()).toBe(left)
    second.kill('SIGTERM')
    expect((await second.ended).code).toBe(0)
    await expectNothingLeft(second, postmaster)
  })

  it('and the database with it, and its number given to another program: the next start is ready', async () => {
    const first = await live(aFolder())
    const postmaster = await postmasterFile(first)
    const { pid } = await first.cluster()
    first.kill('SIGKILL')
    await first.ended
    process.kill(pid()!, 'SIGKILL')
    await until(() => pid() === null)
    // PostgreSQL itself tells another user's program from its own; not one of the same user.
    const stranger = spawn('sleep', ['600'], { ...hostUser(), cwd: '/' })
    try {
      const [, ...rest] = readFileSync(postmaster, 'utf8').split('\n')
      writeFileSync(postmaster, [stranger.pid, ...rest].join('\n'))
      const second = await live(first.dataDir)
      expect(await second.status('/readyz')).toBe(200)
    } finally {
      stranger.kill()
    }
  })
})
