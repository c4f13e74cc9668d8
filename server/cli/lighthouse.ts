/** `npm run lighthouse`: what Lighthouse thinks of the main public pages, from demonstration data. */
export async function run(): Promise<number> {
  process.env.NODE_ENV = 'production'
  const { judgePages } = await import('#tests/bench/lighthouse.ts')
  return judgePages()
}
