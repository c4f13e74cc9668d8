import { chromium } from '@playwright/test'
import { browserOptions } from '#tests/support/browser.ts'
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

/** How long the page holds the reader up while the map opens, then while they move it, on a machine four times slower. */
export async function measureMoves(url: string, path: string, slower = 4) {
  const browser = await chromium.launch(await browserOptions())
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.addInitScript(() => {
    const held: number[] = []
    Object.assign(window, { held })
    new PerformanceObserver((list) =>
      held.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ entryTypes: ['longtask'] })
  })
  const taken = () => page.evaluate(() => (window as unknown as { held: number[] }).held.splice(0))
  await page.goto(url + path)
  await page.locator('.pmap-here').waitFor()
  await page.waitForTimeout(2000)
  tell('opening the map', await taken(), slower)
  const box = (await page.locator('.pmap-frame').boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  for (let step = 0; step < 5; step++) {
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x - 160, y - 60, { steps: 12 })
    await page.mouse.up()
    await page.waitForTimeout(600)
    await page.mouse.wheel(0, step % 2 ? 300 : -400)
    await page.waitForTimeout(900)
  }
  tell('moving the map', await taken(), slower)
  await browser.close()
}

function tell(what: string, tasks: number[], slower: number) {
  report(`longest task, ${what}`, Math.max(0, ...tasks), 'ms', {
    tasksOver50: tasks.length,
    slower,
    most: 50,
  })
}
