import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { connect, disconnect, inNetwork, rawPool } from '#db/client.ts'
import { askList } from '#server/crm/export/ask-list.server.ts'
import { listRequestInput } from '#server/crm/export/list-request.schema.ts'
import { askCheck } from '#server/crm/import/ask-check.server.ts'
import { confirmImport } from '#server/crm/import/confirm-import.server.ts'
import { importRow } from '#server/crm/import/import-row.server.ts'
import { matchColumns } from '#server/crm/import/match-columns.server.ts'
import { startImport } from '#server/crm/import/start-import.server.ts'
import { undoImport } from '#server/crm/import/undo-import.server.ts'
import { configureSignIn } from '#server/identity/door/sign-in.server.ts'
import { contextOfAccount } from '#server/identity/session/context-of-account.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { openFiles } from '#server/kernel/files/open-files.server.ts'
import { readNetworks } from '#server/kernel/networks.ts'
import { readSettings } from '#server/kernel/settings.ts'
import { runWork } from '#server/kernel/work/run-work.server.ts'
import { WORKS } from '#server/works.ts'
import { loadNetworks } from '#tenants/load.ts'

/** A worker of its own, so that what a file costs in memory is seen: one line of figures a step. */
const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    network: { type: 'string' },
    account: { type: 'string' },
    file: { type: 'string' },
    export: { type: 'string' },
  },
})
connect({ url: values.url! })
await readNetworks(rawPool(), loadNetworks())
configureFiles(openFiles(readSettings()))
configureSignIn({ demoAccounts: true })
const networkId = Number(values.network)
const ctx = (await contextOfAccount(values.account!, networkId, 'bench')) as StaffContext

if (values.file) await importFile(values.file)
if (values.export) await exportList(values.export)
await disconnect()

async function importFile(path: string) {
  const { id } = await step('file taken and read', async () => {
    const started = await startImport(ctx, { name: path.split('/').at(-1)!, path })
    await work()
    return started
  })
  const row = () => inNetwork(ctx, (tx) => importRow(tx, ctx, id))
  await matchColumns(ctx, id, (await row()).matching)
  await step('every line checked', async () => {
    await askCheck(ctx, id, {})
    await work()
  })
  const counts = await step('records written', async () => {
    await confirmImport(ctx, id)
    await work()
    return (await row()).counts
  })
  tell({ step: 'counts', counts })
  await step('wholly undone', async () => {
    const { workId } = await undoImport(ctx, id)
    if (workId) await work()
  })
}

async function exportList(format: string) {
  await step('list written', async () => {
    await askList(ctx, listRequestInput.parse({ purpose: 'bench', format }))
    await work()
  })
}

/** The work last asked; the queue's own copy of it finds it done. */
async function work() {
  const [one] = await inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(
      `select id from long_work where state = 'waiting' order by created_at desc limit 1`,
    )
    return rows
  })
  await runWork({ workId: one!.id, networkId }, WORKS, contextOfAccount)
}

async function step<T>(name: string, act: () => Promise<T>): Promise<T> {
  globalThis.gc?.()
  const rest = status('VmRSS')
  writeFileSync('/proc/self/clear_refs', '5')
  const began = Date.now()
  const done = await act()
  tell({ step: name, seconds: (Date.now() - began) / 1000, aboveRestMb: status('VmHWM') - rest })
  return done
}

function status(name: string): number {
  const found = new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))
  return Math.round(Number(found?.[1]) / 1024)
}

function tell(line: object) {
  console.log(JSON.stringify(line))
}
