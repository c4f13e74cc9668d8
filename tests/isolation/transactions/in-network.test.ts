import { EventEmitter, once } from 'node:events'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { inNetwork, NetworkNestingError, publicDb, type Transaction } from '#db/client.ts'
import { useDatabase } from '#tests/support/database.ts'
import { networkIds, plantProject, projectsSeen } from './projects.ts'

const database = useDatabase({ poolSize: 1 })
let one: { network: { id: number } }
let two: { network: { id: number } }

beforeAll(async () => {
  const ids = await networkIds(database.owner)
  one = { network: { id: ids[0]! } }
  two = { network: { id: ids[1]! } }
  for (const { network } of [one, two])
    await inNetwork({ network }, (tx) => plantProject(tx, network.id, 'planted'))
})

const only = (ctx: typeof one) => [ctx.network.id]

describe('A transaction of a network', () => {
  it('is joined by what asks again for the same network, and undone with it', async () => {
    const failing = inNetwork(one, async (tx) => {
      await plantProject(tx, one.network.id, 'outer')
      await inNetwork(one, async (inner) => {
        expect(await projectsSeen(inner)).toEqual([one.network.id, one.network.id])
        await plantProject(inner, one.network.id, 'inner')
      })
      throw new Error('outer fails')
    })
    await expect(failing).rejects.toThrow('outer fails')
    expect(await inNetwork(one, projectsSeen)).toEqual(only(one))
  })

  it('refuses another network inside, and stays in its own', async () => {
    await inNetwork(one, async (tx) => {
      await expect(inNetwork(two, projectsSeen)).rejects.toBeInstanceOf(NetworkNestingError)
      expect(await projectsSeen(tx)).toEqual(only(one))
    })
  })

  it.each([0, -1, 1.5, Number.NaN, '1', "1'; reset role; --", null, undefined])(
    'is not opened for %s',
    async (id) => {
      const forged = { network: { id: id as number } }
      await expect(inNetwork(forged, projectsSeen)).rejects.toBeInstanceOf(NetworkNestingError)
    },
  )

  it('says so when a failure its act swallowed left nothing to commit', async () => {
    const act = async (tx: Transaction) => {
      await plantProject(tx, one.network.id, 'lost')
      await tx.execute(sql`select 1 / 0`).catch(() => {})
    }
    await expect(inNetwork(one, act)).rejects.toThrow()
    expect(await inNetwork(one, projectsSeen)).toEqual(only(one))
  })

  it('answers no query its act forgot to await, once another network has the connection', async () => {
    let late: Transaction | undefined
    await inNetwork(one, async (tx) => {
      late = tx
    })
    await inNetwork(two, async () => {
      await expect(projectsSeen(late!)).rejects.toThrow()
    })
  })

  it('is not joined after its end by what it started', async () => {
    const end = new EventEmitter()
    let afterwards: Promise<number[]> | undefined
    await inNetwork(one, async () => {
      afterwards = once(end, 'end').then(() => inNetwork(one, projectsSeen))
    })
    end.emit('end')
    expect(await afterwards).toEqual(only(one))
  })

  it('leaves its connection without a network, even one set by hand for the session', async () => {
    await inNetwork(one, (tx) => tx.execute(sql.raw(`set app.network_id = '${two.network.id}'`)))
    await expect(projectsSeen(publicDb())).rejects.toMatchObject({ cause: { code: '22P02' } })
    expect(await inNetwork(one, projectsSeen)).toEqual(only(one))
  })

  it('leaves its connection with the settings it had', async () => {
    const settings = async () =>
      (
        await publicDb().execute(
          sql`select name, setting from pg_settings where source in ('client', 'session', 'database')`,
        )
      ).rows
    const before = await settings()
    expect(before).toContainEqual({ name: 'statement_timeout', setting: '20000' })
    await inNetwork(one, (tx) => tx.execute(sql`set search_path = pg_temp`))
    await inNetwork(one, (tx) => tx.execute(sql`set statement_timeout = 0`))
    expect(await settings()).toEqual(before)
  })

  it('leaves no table of its own where the next network would write', async () => {
    await inNetwork(one, (tx) => tx.execute(sql`create temporary table project as select 1 as network_id`))
    expect(await inNetwork(two, projectsSeen)).toEqual(only(two))
  })

  it('becomes no other role', async () => {
    const { rows } = await database.superuser.query<{ rolname: string }>(
      `select rolname from pg_roles where rolname <> 'maillage_app'`,
    )
    for (const { rolname } of rows) {
      for (const statement of [`set local role "${rolname}"`, `set session authorization "${rolname}"`]) {
        const attempt = inNetwork(one, (tx) => tx.execute(sql.raw(statement)))
        await expect(attempt, statement).rejects.toMatchObject({ cause: { code: '42501' } })
      }
    }
  })
})
