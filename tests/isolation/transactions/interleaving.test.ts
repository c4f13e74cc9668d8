import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { inNetwork, rawPool } from '#db/client.ts'
import { randomFrom } from '#db/demo/random.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type Office, openOffices } from './offices.ts'
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
