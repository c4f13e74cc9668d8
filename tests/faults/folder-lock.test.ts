import { spawn } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lockFolder } from '#db/embedded/folder-lock.ts'
import { identityOf } from '#db/embedded/process-identity.ts'
import { aFolder } from './instance.ts'

const write = (folder: string, holder: object | string) =>
  writeFileSync(join(folder, 'maillage.pid'), typeof holder === 'string' ? holder : JSON.stringify(holder))

/** The number of a process that has ended. */
async function deadPid() {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await new Promise((resolve) => child.once('close', resolve))
  return child.pid!
}

describe('The lock of a data folder', () => {
  it('is for one process, named to the second', async () => {
    const folder = aFolder()
    const lock = await lockFolder(folder)
    await expect(lockFolder(folder)).rejects.toThrow(
      `Maillage already runs on the data of ${folder} (process ${process.pid}): stop it, or start on another folder (DATA_DIR=.data-2 npm start).`,
    )
    lock.release()
    expect(readdirSync(folder)).toEqual([])
    await expect(lockFolder(folder)).resolves.toBeDefined()
  })

  it('is void when its process is gone', async () => {
    const folder = aFolder()
    const pid = await deadPid()
    write(folder, { pid, identity: `${pid} some boot 42`, stopping: false })
    const lock = await lockFolder(folder)
    lock.release()
    expect(existsSync(join(folder, 'maillage.pid'))).toBe(false)
  })

  it('is void when its number is now that of another process', async () => {
    const folder = aFolder()
    write(folder, { pid: process.ppid, identity: `${process.ppid} some boot 42`, stopping: false })
    await expect(lockFolder(folder)).resolves.toBeDefined()
  })

  it('is void when it was cut while it was written', async () => {
    const folder = aFolder()
    write(folder, '')
    await expect(lockFolder(folder)).resolves.toBeDefined()
  })

  it('is waited for when its process is stopping', async () => {
    const folder = aFolder()
    const first = await lockFolder(folder)
    first.markStopping()
    const second = await new Promise<Awaited<ReturnType<typeof lockFolder>>>((resolve, reject) => {
      lockFolder(folder, () => first.release()).then(resolve, reject)
    })
    second.release()
    expect(readdirSync(folder)).toEqual([])
  })

  it('goes to one only of many that find a void one', async () => {
    const folder = aFolder()
    write(folder, { pid: await deadPid(), identity: 'gone', stopping: false })
    const tries = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder(folder)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('knows a process by more than its number', async () => {
    expect(identityOf(process.pid)).toBe(identityOf(process.pid))
    expect(identityOf(process.pid)).not.toBe(identityOf(process.ppid))
    expect(identityOf(await deadPid())).toBeNull()
  })
})
