import { readdirSync, rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Cluster } from '#db/embedded/cluster.ts'
import { runningCluster } from '#db/embedded/running-cluster.ts'
import { openEmbedded } from '#db/open.ts'
import { clientOf } from '#tests/support/database.ts'
import { cli, outcome, start, temporaryFolder } from './testing.ts'

const folder = temporaryFolder()
const env = { DATA_DIR: folder }
const runs = async () => (await runningCluster(folder)) !== null

async function recordsBySlug(url: string): Promise<Record<string, number>> {
  // Listings are read by all, and a network of a scaled demonstration lists every record.
  const client = await clientOf(url)
  try {
    const { rows } = await client.query<{ slug: string; count: number }>(
      'select network.slug, count(*)::int as count from organisation_listing join network on network.id = network_id group by 1',
    )
    return Object.fromEntries(rows.map(({ slug, count }) => [slug, count]))
  } finally {
    await client.end()
  }
}

describe('The embedded database', () => {
  let cluster: Cluster | undefined
  afterAll(async () => {
    await cluster?.stop()
    if (cluster) rmSync(cluster.folder, { recursive: true, force: true })
  })

  it('has no address while it does not run, and asking makes none', async () => {
    expect(await cli(['db', 'url'], env)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'La base embarquée ne tourne pas : lancez npm start, ou donnez DATABASE_URL.\n',
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('is started to be filled, and stopped afterwards', async () => {
    const { code, stdout, stderr } = await cli(['demo', '--networks', '2', '--organisations', '4'], env)
    expect(code, stderr).toBe(0)
    expect(stdout).toMatch(/^total +8 +8 +\d+$/m)
    expect(await runs()).toBe(false)
    expect(await cli(['network', 'list'], env)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('ne sont pas comptées'),
    })
  })

  it('is stopped when the filling is interrupted, no network being half filled', async () => {
    const long = ['--networks', '3', '--organisations', '40', '--big', 'territoires-solidaires:20000']
    const child = start(['cli', 'demo', ...long], env)
    const ended = outcome(child)
    await new Promise<void>((resolve) =>
      child.stderr.on('data', (chunk) => {
        if (/bfc-international: 40 organisations/.test(chunk)) resolve()
      }),
    )
    child.kill('SIGTERM')
    const { code, stdout } = await ended
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(await runs()).toBe(false)
  })

  describe('running for an instance', () => {
    beforeAll(async () => {
      cluster = (await openEmbedded(folder)).cluster
    })
    const address = async (...args: string[]) => (await cli(['db', 'url', ...args], env)).stdout.trim()

    it('gives its address for each access', async () => {
      for (const [role, user] of [
        ['app', 'maillage_app'],
        ['owner', 'maillage_owner'],
        ['observatory', 'maillage_observatory'],
      ] as const) {
        const client = await clientOf(await address('--role', role))
        const { rows } = await client.query('select current_user as name')
        await client.end()
        expect(rows[0].name).toBe(user)
      }
    })

    it('holds whole networks only, after what interrupted it', async () => {
      const counts = await recordsBySlug(await address())
      expect(counts).toEqual({ 'so-cooperation': 4, cirrma: 4, 'bfc-international': 40 })
    })

    it('is filled where it runs, goes on running, and is counted network by network', async () => {
      const { code, stderr } = await cli(['demo', '--reset', '--networks', '3', '--organisations', '6'], env)
      expect(code, stderr).toBe(0)
      expect(await runs()).toBe(true)
      const { stdout } = await cli(['network', 'list'], env)
      expect(stdout).toMatch(/^so-cooperation +SO Coopération +actif +Nouvelle-Aquitaine +membre +6 +tous$/m)
      expect(stdout).toMatch(/^karib-horizon +Karib Horizon +à confirmer +Guadeloupe +non +0 +directory, /m)
      expect(stdout).toMatch(/^cirrma +Conférence .* +actif +— +elle-même +6 +tous$/m)
    })
  })
})
