import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { inNetwork, rawPool, type Transaction } from '#db/client.ts'
import { randomFrom } from '#db/demo/random.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type Office, openOffices } from './offices.ts'
import { plantProject } from './projects.ts'
import { ABORTED, REQUESTS, type Request } from './requests.ts'

const CONNECTIONS = 2
const TURNS = 1000
const AT_ONCE = 40
const database = useDatabase({ poolSize: CONNECTIONS })
let offices: Office[]

beforeAll(async () => {
  offices = await openOffices(database.superuser, 3)
})

type Turn = { name: string; play: () => Promise<void> }

/** The same thousand requests at each run; a tenth is aborted. */
function turns(): Turn[] {
  const random = randomFrom('interleaving')
  return Array.from({ length: TURNS }, (_, turn) => {
    const [office, stranger] = random.some(offices, 2) as [Office, Office]
    const kinds: [string, Request][] = Object.entries(turn % 10 === 0 ? ABORTED : REQUESTS)
    const [name, request] = random.pick(kinds)
    return {
      name: `${turn} ${name} of ${office.ctx.network.slug}`,
      play: () => request(office, stranger, turn),
    }
  })
}

describe('A thousand requests of fourteen networks over two connections', () => {
  it('never mix, though a tenth is aborted', async () => {
    expect(offices).toHaveLength(14)
    const waiting = turns()
    const faults: string[] = []
    const worker = async () => {
      for (let turn = waiting.shift(); turn; turn = waiting.shift()) {
        await turn.play().catch((error: Error) => faults.push(`${turn.name}: ${error.name} ${error.message}`))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    expect(faults).toEqual([])
  })

  it('leave no network on any connection of the pool', async () => {
    const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => rawPool().connect()))
    const left = await Promise.all(
      clients.map(async (client) => {
        const { rows } = await client.query(
          `select pg_backend_pid() as pid, coalesce(current_setting('app.network_id', true), '') as network`,
        )
        return rows[0] as { pid: number; network: string }
      }),
    )
    for (const client of clients) client.release()
    expect(new Set(left.map(({ pid }) => pid)).size).toBe(CONNECTIONS)
    expect(left.map(({ network }) => network)).toEqual(Array(CONNECTIONS).fill(''))
  })

  it('leave nothing of what was aborted', async () => {
    for (const { ctx } of offices) {
      const { rows } = await inNetwork(ctx, (tx) =>
        tx.execute(sql`select distinct description from organisation`),
      )
      expect(rows).not.toContainEqual({ description: 'Perdu' })
    }
  })
})

describe('Two transactions in each other’s way', () => {
  const CODES = ['40P01', '40001']
  const network = () => offices[0]!.ctx
  const titles = async () =>
    (await database.superuser.query(`select title from project where title like 'way%' order by 1`)).rows.map(
      ({ title }) => title,
    )

  it('are both done, the one that PostgreSQL gave up having begun anew', async () => {
    for (const title of ['way one', 'way two'])
      await inNetwork(network(), (tx) => plantProject(tx, network().network.id, title))
    let tries = 0
    const met = Promise.withResolvers<void>()
    const mark = (tx: Transaction, title: string) =>
      tx.execute(sql`update project set title = title || '+' where title ^@ ${title}`)
    const crossing = (first: string, second: string) =>
      inNetwork(network(), async (tx) => {
        await mark(tx, first)
        if (++tries === 2) met.resolve()
        await met.promise
        await mark(tx, second)
      })
    await Promise.all([crossing('way one', 'way two'), crossing('way two', 'way one')])
    expect(await titles()).toEqual(['way one++', 'way two++'])
    expect(tries).toBeGreaterThan(2)
  })

  it.each(CODES)('are not tried for ever, nor is another failure: %s', async (code) => {
    const triesFor = async (state: string) => {
      let tries = 0
      const refused = inNetwork(network(), (tx) => {
        tries++
        return tx.execute(sql.raw(`do $$ begin raise exception 'no' using errcode = '${state}'; end $$`))
      })
      await expect(refused).rejects.toMatchObject({ cause: { code: state } })
      return tries
    }
    expect([await triesFor(code), await triesFor('23505')]).toEqual([3, 1])
  })
})
