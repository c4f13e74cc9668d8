import { log } from './kernel/log.ts'

/** Longer than any request may take, shorter than what process managers wait before killing. */
const PATIENCE_MS = 25_000

/** Ends cleanly on SIGTERM, on Ctrl-C, and when the launcher that started us is gone. */
export function onStop(close: () => Promise<void>) {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    try {
      await close()
      process.exit(0)
    } catch (error) {
      log.error({ err: error }, 'stopping failed')
      process.exit(1)
    }
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('SIGHUP', stop)
  process.on('disconnect', stop)
}
