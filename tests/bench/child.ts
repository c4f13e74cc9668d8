import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export type Child = { url: string; pid: number; startSeconds: number; stop: () => Promise<void> }

/** A server in a process of its own, known to be ready when it says so. */
export function startChild(script: string, args: string[], env: Record<string, string> = {}): Promise<Child> {
  const began = Date.now()
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    let output = ''
    const ended = new Promise<void>((done) => child.on('exit', () => done()))
    child.stderr!.on('data', (chunk) => (output += chunk))
    child.on('exit', (code) => reject(new Error(`${script} ended (${code}): ${output}`)))
    child.stdout!.on('data', (chunk) => {
      const url = /^ready (http\S+)/m.exec(String(chunk))?.[1]
      if (!url) return
      const stop = async () => {
        child.kill('SIGTERM')
        if (child.connected) child.disconnect()
        await ended
      }
      resolve({
        url: url.replace('localhost', '127.0.0.1'),
        pid: child.pid!,
        startSeconds: (Date.now() - began) / 1000,
        stop,
      })
    })
  })
}

/** Resident memory of one process, in MB; the operating system's own count. */
export function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}
