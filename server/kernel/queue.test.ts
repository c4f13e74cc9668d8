import { describe, expect, it } from 'vitest'
import { publicDb } from '#db/client.ts'
import { useDatabase } from '#tests/support/database.ts'
import { installJobs, startWorker } from './jobs.ts'
import { enqueue, type QueuedJob, UnknownQueueError } from './queue.ts'

const database = useDatabase()

describe('A job an act asks for', () => {
  it('is taken by a worker with its data, and again when it failed', async () => {
    const seen: unknown[] = []
    let done = () => {}
    const finished = new Promise<void>((resolve) => {
      done = resolve
    })
    const job: QueuedJob<{ of: string }> = {
      name: 'essai.once',
      run: async ({ of }) => {
        seen.push(of)
        if (seen.length === 1) throw new Error('not yet')
        done()
      },
    }
    await installJobs(database.owner, database.urls.owner, [], [job])
    await database.owner.query(`update pgboss.queue set retry_delay = 0, retry_backoff = false`)
    await publicDb().transaction((tx) => enqueue(tx, job.name, { of: 'Niort' }))
    const worker = await startWorker(database.urls.app, [], () => {}, [job])
    await finished
    await worker.stop()
    expect(seen).toEqual(['Niort', 'Niort'])
    const { rows } = await database.owner.query(
      `select state::text from pgboss.job where name = 'essai.once'`,
    )
    expect(rows).toEqual([{ state: 'completed' }])
  })

  it('is not there when the act is undone', async () => {
    await installJobs(
      database.owner,
      database.urls.owner,
      [],
      [{ name: 'essai.undone', run: async () => {} }],
    )
    const act = publicDb().transaction(async (tx) => {
      await enqueue(tx, 'essai.undone', {})
      throw new Error('undone')
    })
    await expect(act).rejects.toThrow('undone')
    const { rows } = await database.owner.query(`select 1 from pgboss.job where name = 'essai.undone'`)
    expect(rows).toEqual([])
  })

  it('goes to a queue that exists', async () => {
    await expect(enqueue(publicDb(), 'essai.nowhere', {})).rejects.toThrow(UnknownQueueError)
  })
})
