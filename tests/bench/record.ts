import pg from 'pg'
import { connect, disconnect } from '#db/client.ts'

export type Recorded = { text: string; values: unknown[] }

/** What an act asks of the database: the exact statements, to be replayed bare. */
export async function record(url: string, act: () => Promise<unknown>): Promise<Recorded[]> {
  const seen: Recorded[] = []
  const original = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [config, values] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined]
    if (typeof config === 'string') seen.push({ text: config, values: values ?? [] })
    else seen.push({ text: config.text, values: values ?? config.values ?? [] })
    return (original as (...all: unknown[]) => unknown).apply(this, args)
  } as typeof pg.Client.prototype.query
  connect({ url, size: 1 })
  try {
    await act()
  } finally {
    pg.Client.prototype.query = original
    await disconnect()
  }
  return seen.filter(({ text }) => !/^(begin|commit)/i.test(text.trim()))
}
