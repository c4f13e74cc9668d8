import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'
import { watch } from './watch.ts'

export { expect }
export type Visitor = (options?: BrowserContextOptions) => Promise<Page>

/**
 * A test whose pages are watched: a line in the console, a refusal of the content policy or a
 * request to another site, and the test fails. `visitor` is somebody else, in a browser of their own.
 */
export const test = base.extend<{ watched: undefined; visitor: Visitor }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const faults = watch(context, baseURL!)
      await use(undefined)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
  visitor: async ({ browser, baseURL, viewport, javaScriptEnabled, locale }, use) => {
    const opened: { context: BrowserContext; faults: string[] }[] = []
    await use(async (options) => {
      const context = await browser.newContext({ baseURL, viewport, javaScriptEnabled, locale, ...options })
      opened.push({ context, faults: watch(context, baseURL!) })
      return context.newPage()
    })
    for (const { context, faults } of opened) {
      expect(faults).toEqual([])
      await context.close()
    }
  },
})

export const SIZES = [
  { name: 'on a wide screen', viewport: { width: 1280, height: 800 } },
  { name: 'on a phone', viewport: { width: 390, height: 844 } },
]

/** French at both widths; English where there is least room for it. */
export const VARIANTS = SIZES.flatMap(({ name, viewport }) =>
  (viewport.width < 900 ? (['fr', 'en'] as const) : (['fr'] as const)).map((lng) => ({
    name,
    viewport,
    lng,
  })),
)

/** « 1 325 structures » is 1325. */
export const numberIn = async (told: Locator) => Number((await told.textContent())?.replace(/\D/g, ''))

/** Opened, and nothing of it has to be reached by scrolling sideways. */
export async function expectFits(page: Page) {
  const over = await page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const wide = [...document.querySelectorAll('body *')].filter((element) => {
      const { right, left } = element.getBoundingClientRect()
      return right > width + 1 && left >= 0 && element.checkVisibility()
    })
    return document.documentElement.scrollWidth > width
      ? wide.map((element) => element.outerHTML.slice(0, 120))
      : null
  })
  expect(over, `${page.url()} is wider than the screen`).toBeNull()
}

/** The page's script has taken over what the server sent; its complaints, if any, are in the console by then. */
export async function expectAlive(page: Page) {
  await page.waitForFunction(() => {
    const main = document.querySelector('main')
    return main && Object.keys(main).some((key) => key.startsWith('__reactFiber'))
  })
}
