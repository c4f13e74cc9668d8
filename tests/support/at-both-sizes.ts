import type { Page } from '@playwright/test'
import { obstacles } from './accessibility.ts'
import { expect, expectAlive, expectFits, SIZES } from './journey.ts'

/** Whoever opens this page on a desk or on a phone can use it; `what` names the page if not. */
export async function usable(page: Page, what: string) {
  await expectAlive(page)
  for (const { name, viewport } of [...SIZES].reverse()) {
    await page.setViewportSize(viewport)
    expect.soft(await obstacles(page), `${what} ${name}`).toEqual([])
    await expectFits(page)
    const folder = process.env.JOURNEY_PICTURES
    if (folder) await page.screenshot({ path: `${folder}/${what}-${viewport.width}.png`, fullPage: true })
  }
}

/** Says yes in the question that the button of the same words asks first. */
export async function sure(page: Page, label: string | RegExp) {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('dialog').getByRole('button', { name: label }).click()
}

/** Chooses in a field that looks for what one types. */
export async function pick(page: Page, label: string, typed: string) {
  const field = page.getByRole('combobox', { name: label })
  await field.pressSequentially(typed)
  await page
    .getByRole('option', { name: new RegExp(typed) })
    .first()
    .click()
  await field.press('Escape')
}

/** Sends a form that cannot be taken: what is to mend takes the focus, and the first fault leads to its field. */
export async function refusedFirst(page: Page, send: () => Promise<unknown>) {
  await send()
  const told = page.getByRole('alert').filter({ hasText: /à reprendre/ })
  await expect(told).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(told.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main form :is(input, select, textarea):focus')).toBeVisible()
}
