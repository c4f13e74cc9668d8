import { connect, rawPool } from '#db/client.ts'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { openFiles } from '#server/kernel/files/open-files.server.ts'
import { startWorker } from '#server/kernel/jobs.ts'
import { readNetworks } from '#server/kernel/networks.ts'
import { readSettings } from '#server/kernel/settings.ts'
import { doWork } from '#server/works.ts'
import { loadNetworks } from '#tenants/load.ts'

/** A worker in a process of its own, to be killed in the middle of what it does. */
const [, , url] = process.argv
connect({ url: url! })
await readNetworks(rawPool(), loadNetworks())
configureFiles(openFiles(readSettings()))
await startWorker(url!, [], (error) => console.error(error.message), [doWork])
