import type { Cluster } from './cluster.ts'

/**
 * Starts the cluster again when its server dies (killed, out of memory). Requests fail meanwhile
 * and `/readyz` says so; connections come back by themselves, the port being the same.
 */
export function supervise(cluster: Cluster, onRestart: (error?: Error) => void, everyMs = 500): () => void {
  let busy = false
  const timer = setInterval(async () => {
    if (busy || isAlive(cluster.pid())) return
    busy = true
    try {
      await cluster.start()
      onRestart()
    } catch (error) {
      onRestart(error as Error)
    } finally {
      busy = false
    }
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

function isAlive(pid: number | null): boolean {
  if (pid === null) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
