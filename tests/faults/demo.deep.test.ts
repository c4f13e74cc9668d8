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
      (select count(*)::int from project_tie t where t.network_id = n.id) as ties,
      (select count(*)::int from listing_tie t where t.network_id = n.id) as words_of_listings,
      (select count(*)::int from support_act s where s.network_id = n.id) as acts,
      (select count(*)::int from organisation_note o where o.network_id = n.id) as notes,
      (select count(*)::int from page_proposal p where p.network_id = n.id) as proposals,
      (select count(*)::int from list_request l where l.network_id = n.id) as lists,
      (select count(*)::int from account_grant g where g.network_id = n.id) as grants
    from network n order by 1`)
  const { rows: totals } = await client.query(`
    select (select count(*)::int from account) as accounts, (select count(*)::int from listing_word) as words`)
  return { networks: rows, ...totals[0] }
}

type Point = { name: string; reached: string; held?: string }
const filled = (networks: number) => `(select count(*) from listing_revision) >= ${networks}`
const waiting = 'exists (select 1 from pg_locks where not granted)'

/** Where a load is killed: as another connection sees it go, or held there by that connection. */
const POINTS: Point[] = [
  {
    name: 'a network is being filled',
    reached: `exists (select 1 from pg_stat_activity where query ilike 'insert into organisation%')`,
  },
  { name: 'one network is filled', reached: filled(1) },
  { name: 'six networks are filled', reached: filled(6) },
  {
    name: 'all networks are filled, and what they share is not told',
    held: 'lock table membership in share update exclusive mode',
    reached: waiting,
  },
  {
    name: 'only the last account is missing',
    held: `insert into account (id, email, name) values (gen_random_uuid(), 'two@inter.demo', 'Autre')`,
    reached: waiting,
  },
]

describe('A demonstration whose load is cut short', () => {
  it('is completed by the next start, as if nothing had happened', async () => {
    const whole = await startInstance()
    await whole.ready()
    const expected = await fingerprint(await superuserOf(await whole.cluster(), 'maillage'))
    expect(expected.accounts).toBeGreaterThan(20)
    whole.kill('SIGTERM')
    await whole.ended

    for (const { name, reached, held = '' } of POINTS) {
      const dataDir = aFolder()
      const cut = await startInstance({ env: { DATA_DIR: dataDir } })
      await cut.said(/^migrations/m)
      const watcher = await superuserOf(await cut.cluster(), 'maillage')
      const holder = await superuserOf(await cut.cluster(), 'maillage')
      await holder.query(`begin; ${held}`)
      while (!(await watcher.query<{ yes: boolean }>(`select ${reached} as yes`)).rows[0]!.yes);
      cut.kill('SIGKILL')
      await cut.ended
      await holder.end()
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
