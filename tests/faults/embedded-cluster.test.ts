import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openCluster } from '#db/embedded/cluster.ts'
import { supervise } from '#db/embedded/supervise.ts'
import { aFolder } from './instance.ts'
import { superuserOf } from './other-cluster.ts'

const LENT = '/proc/sys/net/ipv4/ip_local_port_range'

describe('The embedded database', () => {
  it('makes itself anew when a first start was killed in the middle', async () => {
    const folder = aFolder()
    const remains = join(folder, 'postgresql', 'data.making.1')
    mkdirSync(remains, { recursive: true })
    writeFileSync(join(remains, 'PG_VERSION'), '18')
    const cluster = await openCluster(folder)
    expect(readdirSync(cluster.folder).sort()).toEqual(['data', 'passwords.json'])
  })

  it('is never erased: without its passwords it is refused, and comes back with them', async () => {
    const folder = aFolder()
    const { folder: inner } = await openCluster(folder)
    const file = join(inner, 'passwords.json')
    renameSync(file, `${file}.away`)
    await expect(openCluster(folder)).rejects.toThrow(`has lost ${file}: put that file back`)
    expect(existsSync(join(inner, 'data', 'PG_VERSION'))).toBe(true)
    renameSync(`${file}.away`, file)
    const cluster = await openCluster(folder)
    await cluster.start()
    await (await superuserOf(cluster)).end()
  })

  it('is found again by those who come while it runs, and starts once for two who come together', async () => {
    const folder = aFolder()
    const first = await openCluster(folder)
    const second = await openCluster(folder)
    await Promise.all([first.start(), second.start()])
    expect(second.port).toBe(first.port)
    expect(second.pid()).toBe(first.pid())
  })

  it.runIf(existsSync(LENT))('listens where no outgoing connection can take its place', async () => {
    const cluster = await openCluster(aFolder())
    await cluster.start()
    expect(cluster.port).toBeLessThan(Number(readFileSync(LENT, 'utf8').split('\t')[0]))
  })

  it('is started again by its supervisor, on the same port, until that is told to stop', async () => {
    const cluster = await openCluster(aFolder())
    await cluster.start()
    const { port } = cluster
    let unsupervise = async () => {}
    await new Promise<void>((resolve, reject) => {
      unsupervise = supervise(cluster, (error) => (error ? reject(error) : resolve()), 20)
      process.kill(cluster.pid()!, 'SIGKILL')
    })
    expect(cluster.port).toBe(port)
    await (await superuserOf(cluster)).end()
    await unsupervise()
    await cluster.stop()
    expect(cluster.pid()).toBeNull()
  })

  it('that cannot start says why, in a sentence', async () => {
    const cluster = await openCluster(aFolder())
    writeFileSync(join(cluster.folder, 'data', 'postgresql.conf'), 'shared_buffers = many\n')
    await expect(cluster.start()).rejects.toThrow(
      /does not start \(see .+postgresql\.log\): configuration file ".+" contains errors$/,
    )
  })
})
