import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freePort } from '#db/embedded/free-port.ts'
import { cookieOf, create, signIn } from './edits.ts'
import { aFolder, type Instance, startInstance } from './instance.ts'
import { aDatabase, anotherCluster } from './other-cluster.ts'
import { until } from './until.ts'

const other = anotherCluster()
const STAFF = 'staff@so-cooperation.demo'
const total = async (instance: Instance) =>
  ((await (await instance.fetch('/api/v1/organisations?per_page=1')).json()) as { total: number }).total

async function ready(env: Record<string, string>, args: string[] = []) {
  const instance = await startInstance({ env, args })
  await instance.ready()
  return instance
}

describe('On a database given by URL', () => {
  it('with the logins of its owner alone, a start is live, empty, and refuses the demonstration', async () => {
    const { url } = await aDatabase(other, 'createrole')
    const instance = await ready({ DATABASE_URL: url() })
    expect(instance.stderr()).not.toContain('démonstration')
    expect(instance.stdout()).toBe(`ready http://localhost:${instance.port}\n`)
    expect(await total(instance)).toBe(0)
    expect((await signIn(instance, STAFF, 'maillage-demo')).status).toBe(401)
  })

  it('asked for the demonstration, two machines that start together load it once', async () => {
    const { url } = await aDatabase(other, 'superuser')
    const env = { DATABASE_URL: url(), MAILLAGE_MODE: 'demo' }
    const [one, two] = await Promise.all([ready(env), ready(env)])
    const loads = [one, two].filter((instance) => instance.stderr().includes('données de démonstration'))
    expect(loads).toHaveLength(1)
    expect(await total(one)).toBeGreaterThan(1000)
    expect(await total(two)).toBe(await total(one))
    const cookie = await cookieOf(one, STAFF, 'maillage-demo')
    await create(two, cookie, 'Écrite par une autre machine')
  })

  it('the web and the worker start apart, together, and stop apart', async () => {
    const { url } = await aDatabase(other, 'superuser')
    const env = { DATABASE_URL: url() }
    const [web, worker] = await Promise.all([ready(env, ['web']), ready(env, ['worker'])])
    expect(worker.stdout()).toBe('ready worker\n')
    worker.kill('SIGTERM')
    expect((await worker.ended).code).toBe(0)
    expect(await web.status('/readyz')).toBe(200)
    web.kill('SIGTERM')
    expect((await web.ended).code).toBe(0)
  })
})

describe('Two installations side by side', () => {
  it('have each their port, their data and their end', async () => {
    const [one, two] = await Promise.all([ready({}), ready({})])
    const cookie = await cookieOf(one, STAFF, 'maillage-demo')
    const { id } = await create(one, cookie, 'Seulement ici')
    const page = `/so-cooperation/bureau/structures/${id}`
    const theirs = await cookieOf(two, STAFF, 'maillage-demo')
    expect((await one.fetch(page, { headers: { cookie } })).status).toBe(200)
    expect((await two.fetch(page, { headers: { cookie: theirs } })).status).toBe(404)
    one.kill('SIGTERM')
    expect((await one.ended).code).toBe(0)
    expect(await two.status('/readyz')).toBe(200)
  })
})

describe.runIf(spawnSync('npm', ['--version']).status === 0)('npm start', () => {
  it('killed without a word, leaves nothing that runs', async () => {
    const [dataDir, port] = [aFolder(), await freePort()]
    const env = { PATH: process.env.PATH, DATA_DIR: dataDir, MAILLAGE_MODE: 'live', PORT: String(port) }
    const npm = spawn('npm', ['start'], {
      env: env as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    await new Promise<void>((resolve) => npm.stdout.on('data', (said) => /^ready /m.test(said) && resolve()))
    npm.kill('SIGKILL')
    await until(() => !existsSync(join(dataDir, 'maillage.pid')))
    await ready({ DATA_DIR: dataDir, MAILLAGE_MODE: 'live', PORT: String(port) })
  })
})
