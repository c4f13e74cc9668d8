import { type CDPSession, chromium, type Page } from '@playwright/test'
import { FRANCE } from '#packages/map/bounds.server.ts'
import { browserOptions } from '#tests/support/browser.ts'
import { openBareMap } from './bare-map.ts'
import { report } from './prepare.ts'

/** The library over an empty ground, over our outlines alone, and our page. */
const MAPS = ['bare', 'outlines', 'ours'] as const
const MOMENTS = ['opening', 'moving'] as const
const LONG = 50
/** The frame of the map in our page, on a screen of this width. */
const SIZE = { width: 864, height: 576 }
const SCREEN = { width: 1280, height: 800 }

/**
 * Milliseconds: the tasks over 50, by the clock and by the time their thread computed (the rest waits for a
 * drawing), what that thread computed in all, and what the rest of the browser did, drawing.
 */
type Held = {
  longest: number
  blocked: number
  over50: number
  longestOwn: number
  over50Own: number
  work: number
  drawing: number
}
type Measured = Record<(typeof MOMENTS)[number], Held>

/**
 * How long a page holds its reader up while its map opens, then while they move it, on a machine some times slower,
 * beside the least the library costs there: where a processor draws in place of a graphics card, an empty map holds
 * them up too, and only the ratios say something of ours.
 */
export async function measureMoves(url: string, path: string, rounds: number, slower = 4) {
  const seen: Record<(typeof MAPS)[number], Measured[]> = { bare: [], outlines: [], ours: [] }
  for (let round = 0; round < rounds; round++)
    for (const which of MAPS) seen[which].push(await measure(url, path, which, slower))
  for (const moment of MOMENTS) {
    const of = (which: (typeof MAPS)[number], what: keyof Held) =>
      median(seen[which].map((measured) => measured[moment][what]))
    const ratio = (what: keyof Held) => ({
      bare: Math.round(of('bare', what)),
      outlines: Math.round(of('outlines', what)),
      ratio: Math.round((of('ours', what) / Math.max(1, of('bare', what))) * 100) / 100,
    })
    report(`longest task, ${moment} the map`, of('ours', 'longest'), 'ms', {
      ...ratio('longest'),
      tasksOver50: of('ours', 'over50'),
      slower,
      most: LONG,
    })
    report(`longest task of its own, ${moment} the map`, of('ours', 'longestOwn'), 'ms', {
      ...ratio('longestOwn'),
      tasksOver50: of('ours', 'over50Own'),
      slower,
      most: LONG,
    })
    report(`time blocked, ${moment} the map`, of('ours', 'blocked'), 'ms', ratio('blocked'))
    report(`the page's own work, ${moment} the map`, of('ours', 'work'), 'ms', ratio('work'))
    report(`drawing, ${moment} the map`, of('ours', 'drawing'), 'ms', ratio('drawing'))
  }
}

async function measure(
  url: string,
  path: string,
  which: (typeof MAPS)[number],
  slower: number,
): Promise<Measured> {
  const browser = await chromium.launch(await browserOptions())
  const whole = await browser.newBrowserCDPSession()
  const page = await browser.newPage({ viewport: SCREEN })
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await page.addInitScript(() => {
    const held: number[] = []
    Object.assign(window, { held })
    new PerformanceObserver((list) =>
      held.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({ entryTypes: ['longtask'] })
  })
  let before = { work: 0, drawing: await drawingOf(whole) }
  let traced = await trace(session)
  const taken = async (): Promise<Held> => {
    const tasks = await page.evaluate(() => (window as unknown as { held: number[] }).held.splice(0))
    const own = await traced()
    const now = { work: await workOf(session), drawing: await drawingOf(whole) }
    const held = {
      longest: Math.max(0, ...tasks),
      blocked: tasks.reduce((sum, task) => sum + task - LONG, 0),
      over50: tasks.length,
      longestOwn: Math.max(0, ...own),
      over50Own: own.filter((task) => task > LONG).length,
      work: now.work - before.work,
      drawing: now.drawing - before.drawing,
    }
    before = now
    traced = await trace(session)
    return held
  }
  if (which === 'ours') {
    await page.goto(url + path)
    await page.locator('.pmap-here').waitFor()
  } else await openBareMap(page, url, which, SIZE, FRANCE)
  await page.waitForTimeout(2000)
  const opening = await taken()
  await move(page)
  const moving = await taken()
  await browser.close()
  return { opening, moving }
}

async function move(page: Page) {
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
}

type Traced = { name: string; ph: string; pid: number; tid: number; tdur?: number; args: { name?: string } }

/** What each task of the page's thread computes from here on, told when asked. */
async function trace(session: CDPSession) {
  const events: Traced[] = []
  const gather = ({ value }: { value: object[] }) => void events.push(...(value as Traced[]))
  session.on('Tracing.dataCollected', gather)
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', '__metadata'] },
  })
  return async () => {
    const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
    await session.send('Tracing.end')
    await complete
    session.off('Tracing.dataCollected', gather)
    const threads = events.filter(
      ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
    )
    const tasks = threads.map(({ pid, tid }) =>
      events
        .filter((task) => task.pid === pid && task.tid === tid && task.name === 'RunTask' && task.ph === 'X')
        .map(({ tdur = 0 }) => tdur / 1000),
    )
    // A browser keeps a thread ready for the next page: it has next to nothing to do.
    return tasks.toSorted((a, b) => b.length - a.length)[0] ?? []
  }
}

/** In the thread's own time, which other programs of the machine do not lengthen. */
async function workOf(session: CDPSession) {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000
}

async function drawingOf(whole: CDPSession) {
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo')
  const others = processInfo.filter(({ type }) => type !== 'renderer')
  return others.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1000
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!
