import type { ChildProcess } from 'node:child_process'

export type Ended = { code: number | null; signal: NodeJS.Signals | null }

/** Text as it comes, and promises of what will be said. */
export function listenTo(child: ChildProcess) {
  const output = { stdout: '', stderr: '' }
  const waiting = new Set<() => void>()
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]!.on('data', (chunk) => {
      output[stream] += chunk
      for (const look of waiting) look()
    })
  }
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }))
    child.on('error', (error) => {
      output.stderr += error.message
      resolve({ code: null, signal: null })
    })
  })
  const said = (words: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!words.test(output.stdout) && !words.test(output.stderr)) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
      void ended.then(() =>
        reject(new Error(`ended without saying ${words}:\n${output.stdout}${output.stderr}`)),
      )
    })
  return Object.assign(output, { ended, said })
}
