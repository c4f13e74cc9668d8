// @ts-expect-error autocannon ships no types; its result is read through Measured
import autocannon from 'autocannon'

type Measured = {
  non2xx: number
  errors: number
  requests: { average: number }
  latency: { p50: number; p97_5: number; p99: number }
}
export type Load = { perSecond: number; p50: number; p95: number; p99: number }

const CONNECTIONS = 8

/** Eight clients asking as fast as they are answered; a failed answer stops the bench: its figure would lie. */
export async function load(
  url: string,
  seconds: number,
  headers: Record<string, string> = {},
): Promise<Load> {
  const result: Measured = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers,
    excludeErrorStats: true,
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`)
  const { p50, p97_5, p99 } = result.latency
  return { perSecond: result.requests.average, p50, p95: p97_5, p99 }
}

export const median = (numbers: number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

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
