import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import { StartError } from '#server/kernel/settings.ts'

export type Ask = { ask: (question: string, proposal: string) => Promise<string>; close: () => void }

/** Questions to a person: an empty answer takes the proposal; the end of the input gives up. */
export function askOn(input: Readable, output: Writable): Ask {
  const lines = createInterface({ input, output })
  const gone = new Promise<never>((_, reject) =>
    lines.once('close', () => reject(new StartError("Abandonné : rien n'a été écrit."))),
  )
  gone.catch(() => {}) // closing is also how it ends well
  return {
    ask: async (question, proposal) => {
      const shown = proposal ? ` [${proposal}]` : ''
      const answer = await Promise.race([lines.question(`${question}${shown} : `), gone])
      return answer.trim() || proposal
    },
    close: () => lines.close(),
  }
}
