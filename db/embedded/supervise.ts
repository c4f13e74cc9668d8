import type { Cluster } from './cluster.ts'

/**
 * Starts the cluster again when its server dies (killed, out of memory). Requests fail meanwhile
 * and `/readyz` says so; connections come back by themselves, the port being the same. What it
 * returns ends the watch, after the start in course if there is one.
 */
export function supervise(
  cluster: Pick<Cluster, 'isRunning' | 'start'>,
  onRestart: (error?: Error) => void,
  everyMs = 500,
): () => Promise<void> {
  let restarting: Promise<void> | null = null
  const restart = async () => {
    if (await cluster.isRunning()) return
    await cluster.start().then(() => onRestart(), onRestart)
  }
  const timer = setInterval(() => {
    restarting ??= restart().finally(() => {
      restarting = null
    })
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await restarting
  }
}
