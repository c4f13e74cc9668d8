// @ts-expect-error autocannon ships no types; its result is read through Measured
import autocannon from 'autocannon'

type Answered = { non2xx: number; errors: number; duration: number; requests: { total: number } }
export type Load = { perSecond: number; p50: number; p95: number; p99: number }

const CONNECTIONS = 8
/** Fewer answers than this say nothing of a percentile: what is slow is asked a number of times instead. */
const ENOUGH = 10 * CONNECTIONS

/** Eight clients asking as fast as they are answered; a failed answer stops the bench: its figure would lie. */
export async function load(
  url: string,
  seconds: number,
  headers: Record<string, string> = {},
): Promise<Load> {
  const measured = await ask(url, { duration: seconds }, headers)
  return measured ?? (await ask(url, { amount: ENOUGH }, headers))!
}

async function ask(
  url: string,
  until: { duration: number } | { amount: number },
  headers: Record<string, string>,
): Promise<Load | null> {
  const times: number[] = []
  const answered = await new Promise<Answered>((resolve, reject) => {
    const run = autocannon(
      { url, connections: CONNECTIONS, timeout: 120, headers, ...until },
      (error: Error | null, result: Answered) => (error ? reject(error) : resolve(result)),
    )
    run.on('response', (_client: unknown, _status: number, _bytes: number, ms: number) => times.push(ms))
  })
  const { non2xx, errors, duration } = answered
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refusals, ${errors} errors`)
  if (times.length < ENOUGH && 'duration' in until) return null
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => rounded(percentile(times, share)))
  return { perSecond: rounded(times.length / duration), p50: p50!, p95: p95!, p99: p99! }
}

/** The smallest time that at least this share of the answers did not exceed. */
export function percentile(times: number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}

const rounded = (value: number) => Number(value.toPrecision(4))

export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const upper = sorted.length >> 1
  if (sorted.length === 0) throw new Error('no number has no median')
  return sorted.length % 2 ? sorted[upper]! : (sorted[upper - 1]! + sorted[upper]!) / 2
}

/** The two in turn, A B A B, so that a drift of the machine weighs on both alike. */
export async function pairs(a: () => Promise<Load>, b: () => Promise<Load>, rounds: number) {
  const [as, bs]: [Load[], Load[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    as.push(await a())
    bs.push(await b())
  }
  const middle = (loads: Load[], key: keyof Load) => median(loads.map((one) => one[key]))
  const of = (loads: Load[]): Load => ({
    perSecond: middle(loads, 'perSecond'),
    p50: middle(loads, 'p50'),
    p95: middle(loads, 'p95'),
    p99: middle(loads, 'p99'),
  })
  const ratio = median(as.map((one, index) => one.perSecond / bs[index]!.perSecond))
  return { product: of(as), floor: of(bs), ratio }
}
