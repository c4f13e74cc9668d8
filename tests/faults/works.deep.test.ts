import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { askList } from '#server/crm/export/ask-list.server.ts'
import { listRequestInput } from '#server/crm/export/list-request.schema.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { startWorker } from '#server/kernel/jobs.ts'
import { getWork } from '#server/kernel/work/find-works.server.ts'
import { doWork } from '#server/works.ts'
import { useDatabase } from '#tests/support/database.ts'
import { memoryFiles } from '#tests/support/memory-files.ts'
import { staffOf } from '#tests/support/published.ts'
import { until } from './until.ts'

const database = useDatabase()

describe('A long work', () => {
  it('whose worker was killed in the middle is taken up and ended by another', async () => {
    configureFiles(memoryFiles())
    const staff: StaffContext = await staffOf(database.superuser, 'so-cooperation')
    const { workId: id } = await askList(staff, listRequestInput.parse({ purpose: 'essai' }))
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'tests/faults/worker-that-hangs.ts', database.urls.app, doWork.name],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await new Promise((resolve) => child.stdout.on('data', (said) => /took/.test(said) && resolve(said)))
    child.kill('SIGKILL')
    const worker = await startWorker(database.urls.app, [], () => {}, [doWork])
    await until(async () => (await getWork(staff, id)).state === 'done')
    await worker.stop()
    expect((await getWork(staff, id)).result.fileId).toBeDefined()
  })
})
