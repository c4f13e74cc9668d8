import { log } from './kernel/log.ts'

/** More than closing may take, less than what process managers wait before killing. */
const PATIENCE_MS = 25_000
const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

export type Stop = { isAsked: () => boolean }

/**
 * Ends cleanly on SIGTERM, on Ctrl-C, when the launcher that started us is gone, and, with a code
 * that says so, after a fault nobody caught. From the first moment: what is half-open is closed too.
 */
export function onStop(close: () => Promise<void>): Stop {
  let asked = false
  const stop = async (code: number) => {
    if (asked) return
    asked = true
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    try {
      await close()
      process.exit(code)
    } catch (error) {
      log.error({ err: error }, 'stopping failed')
      process.exit(1)
    }
  }
  for (const signal of SIGNALS) process.on(signal, () => void stop(0))
  process.on('disconnect', () => void stop(0))
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'stopping after a fault')
    void stop(1)
  })
  // The terminal, or whoever read us, may leave first: what we say then is lost, and we still end well.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  // The launcher may have been killed before we could listen.
  if (process.connected === false) void stop(0)
  return { isAsked: () => asked }
}
