import { expect, type Locator, type Page } from '@playwright/test'

const MOST = 150

/** Tab after tab, to this control; what has the focus must be seen to have it. */
export async function tabUntil(page: Page, wanted: Locator): Promise<Locator> {
  for (let presses = 0; presses < MOST; presses++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      const { outlineStyle, outlineWidth } = await wanted.evaluate((element) => getComputedStyle(element))
      expect([outlineStyle, Number.parseFloat(outlineWidth) >= 2]).toEqual(['solid', true])
      await expect(wanted).toBeInViewport()
      return wanted
    }
  }
  throw new Error(`${wanted} cannot be reached with the Tab key on ${page.url()}`)
}
