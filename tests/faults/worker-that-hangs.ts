import { startWorker } from '#server/kernel/jobs.ts'

/** A worker in a process of its own, killed while it works: its job never ends. */
const [, , url, queued] = process.argv
const hang = () => {
  console.log('took essai')
  return new Promise<void>(() => {})
}
const onError = (error: Error) => console.error(error.message)
if (queued) await startWorker(url!, [], onError, [{ name: queued, run: hang }])
else await startWorker(url!, [{ name: 'essai', cron: '0 0 1 1 *', run: hang }], onError)
