import { load } from './load.ts'
import { report } from './prepare.ts'

/** What readers ask a map first, then as they come near. */
const VIEWS = {
  'of France': 'bbox=-5.2,41.3,9.7,51.2&z=5',
  'of a région': 'bbox=3.9,47.4,8.3,49.9&z=7',
  'of a town': 'bbox=7.6,48.5,7.9,48.65&z=11',
}
const FILTERED = 'sector=water&country=SN'
const MOST_BYTES = 60_000

/** Each view of a directory's map: how soon, and how heavy. */
export async function measureViews(url: string, bases: Record<string, string>, seconds: number) {
  for (const [whose, base] of Object.entries(bases)) {
    for (const [what, view] of [
      ...Object.entries(VIEWS),
      ['of France, filtered', `${FILTERED}&${VIEWS['of France']}`],
    ]) {
      const address = `${url}${base}/points?${view}`
      const began = performance.now()
      const bytes = (await (await fetch(address)).arrayBuffer()).byteLength
      const first = performance.now() - began
      const { p50, p95 } = await load(address, seconds)
      report(`map ${what}, ${whose}`, p95, 'ms', {
        p50,
        first: Math.round(first),
        bytes,
        mostBytes: MOST_BYTES,
        most: 100,
      })
    }
  }
}
