import type pg from 'pg'
import { describe, expect, it } from 'vitest'
import { cookieOf } from './edits.ts'
import { aFolder, startInstance } from './instance.ts'
import { superuserOf } from './other-cluster.ts'

/** What a finished demonstration is made of, network by network; times of writing left out. */
async function fingerprint(client: pg.Client) {
  const { rows } = await client.query(`
    select n.slug,
      (select count(*)::int from organisation o where o.network_id = n.id) as organisations,
      (select md5(string_agg(o.id::text || o.name || coalesce(o.slug, ''), ',' order by o.id))
         from organisation o where o.network_id = n.id) as records,
      (select md5(string_agg(l.id::text || coalesce(l.networks::text, ''), ',' order by l.id))
         from organisation_listing l where l.network_id = n.id) as listings,
      (select count(*)::int from project p where p.network_id = n.id) as projects,
      (select count(*)::int from project_holder h where h.network_id = n.id) as holders,
      (select count(*)::int from membership m where m.network_id = n.id) as memberships,
      (select count(*)::int from account_grant g where g.network_id = n.id) as grants
    from network n order by 1`)
  const { rows: totals } = await client.query(`
    select (select count(*)::int from account) as accounts, (select count(*)::int from listing_word) as words`)
  return { networks: rows, ...totals[0] }
}

/** How far a load is, as another connection sees it: networks one at a time, then what they share, then accounts. */
const filled = (networks: number) => `(select count(*) from listing_revision) >= ${networks}`
const during = (statement: string) =>
  `exists (select 1 from pg_stat_activity where state = 'active' and query ilike '${statement}%')`
const POINTS = {
  'the first network is being filled': during('insert into organisation'),
  'one network is filled': filled(1),
  'six networks are filled': filled(6),
  'the last network is being filled': filled(12),
  'shared organisations are told': during('select definer_identity.refresh_listing_identity'),
  'the tables are vacuumed': during('vacuum'),
}

describe('A demonstration whose load is cut short', () => {
  it('is completed by the next start, as if nothing had happened', async () => {
    const whole = await startInstance()
    await whole.ready()
    const expected = await fingerprint(await superuserOf(await whole.cluster(), 'maillage'))
    expect(expected.accounts).toBeGreaterThan(20)
    whole.kill('SIGTERM')
    await whole.ended

    for (const [name, reached] of Object.entries(POINTS)) {
      const dataDir = aFolder()
      const cut = await startInstance({ env: { DATA_DIR: dataDir } })
      await cut.said(/^migrations/m)
      const watcher = await superuserOf(await cut.cluster(), 'maillage')
      const look = `select ${reached} or exists (select 1 from account) as yes`
      while (!(await watcher.query<{ yes: boolean }>(look)).rows[0]!.yes);
      cut.kill('SIGKILL')
      await cut.ended
      const { rows } = await watcher.query('select 1 from account limit 1')
      expect(rows, `when ${name}, the load was over already`).toEqual([])

      const next = await startInstance({ env: { DATA_DIR: dataDir } })
      await next.ready()
      expect(await fingerprint(watcher), `cut when ${name}`).toEqual(expected)
      await cookieOf(next, 'two@inter.demo', 'maillage-demo')
      await watcher.end()
      next.kill('SIGTERM')
      expect((await next.ended).code).toBe(0)
    }
  })
})
