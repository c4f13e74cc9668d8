/** `npm run bench`: the measures live with the tests; only their start is here. */
export async function run(args: string[]): Promise<number | undefined> {
  process.env.NODE_ENV = 'production'
  process.env.MAILLAGE_CACHES = 'off' // here statements are recorded, each search asked anew; servers measured are children
  const { bench } = await import('#tests/bench/bench.ts')
  return bench(args)
}
