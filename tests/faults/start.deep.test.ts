import { expect, it } from 'vitest'
import { cookieOf, create, signIn } from './edits.ts'
import { aFolder, startInstance } from './instance.ts'

const STAFF = 'staff@so-cooperation.demo'
const PASSWORD = 'maillage-demo'
const count = async (instance: { fetch: (path: string) => Promise<Response> }) => {
  const response = await instance.fetch('/api/v1/organisations?per_page=1')
  return ((await response.json()) as { total: number }).total
}

it('npm start says each step with its time, is ready with the demonstration, and keeps what was written', async () => {
  const dataDir = aFolder()
  const first = await startInstance({ through: 'launcher', env: { DATA_DIR: dataDir } })
  await first.said(/mot de passe/)
  expect(
    first
      .stderr()
      .replaceAll(/\d+,\d s/g, '… s')
      .trim()
      .split('\n'),
  ).toEqual([
    'base de données : … s',
    'migrations : … s',
    'données de démonstration : … s',
    'référentiels : … s',
  ])
  expect(first.stdout().split('\n').slice(0, 2)).toEqual([
    `ready http://localhost:${first.port}`,
    expect.stringContaining(`${STAFF}, two@inter.demo — mot de passe ${PASSWORD}`),
  ])
  const cookie = await cookieOf(first, STAFF, PASSWORD)
  const { id } = await create(first, cookie, 'Gardée')
  const listed = await count(first)
  expect(listed).toBeGreaterThan(1000)

  const intruder = await startInstance({ env: { DATA_DIR: dataDir } })
  expect((await intruder.ended).code).toBe(1)
  expect(intruder.stderr()).toMatch(
    /^Maillage already runs on the data of .+ \(process \d+\): stop it, .+\n$/,
  )
  expect(await first.status('/readyz')).toBe(200)

  first.kill('SIGTERM')
  expect(await first.ended).toEqual({ code: 0, signal: null })
  const second = await startInstance({ through: 'launcher', env: { DATA_DIR: dataDir } })
  await second.ready()
  expect(second.stderr()).not.toContain('démonstration')
  expect(await count(second)).toBe(listed)
  const record = await second.fetch(`/so-cooperation/bureau/structures/${id}`, { headers: { cookie } })
  expect(await record.text()).toContain('Gardée')

  second.kill('SIGTERM')
  await second.ended
  const live = await startInstance({ env: { DATA_DIR: dataDir, MAILLAGE_MODE: 'live' } })
  await live.ready()
  expect(live.stdout()).toBe(`ready http://localhost:${live.port}\n`)
  expect((await signIn(live, STAFF, PASSWORD)).status).toBe(401)
})
