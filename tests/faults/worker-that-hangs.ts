import { startWorker } from '#server/kernel/jobs.ts'

/** A worker in a process of its own, killed while it works: its job never ends. */
await startWorker(
  process.argv[2]!,
  [
    {
      name: 'essai',
      cron: '0 0 1 1 *',
      run: () => {
        console.log('took essai')
        return new Promise(() => {})
      },
    },
  ],
  (error) => console.error(error.message),
)
