import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/journey.ts'
import { tabUntil } from '#tests/support/tab-until.ts'

/** Latitude, longitude and zoom: the address says where the map is. */
function position(page: Page) {
  const written = new URL(page.url()).searchParams.get('pos')
  const [lat = Number.NaN, lon = Number.NaN, zoom = Number.NaN] = written?.split(',').map(Number) ?? []
  return { lat, lon, zoom }
}

test('with the keyboard alone: reach the map, move it, come near, and open what its list holds', async ({
  page,
}) => {
  await page.goto('/so-cooperation/annuaire?vue=carte')
  const here = page.getByText(/structures? dans cette vue/)
  await expect(here).toBeVisible({ timeout: 30_000 })
  const map = page.locator('.pmap-ground canvas')
  await tabUntil(page, map)
  await expect(map).toHaveAccessibleName(/carte/i)
  await expect.poll(() => position(page).zoom).toBeGreaterThan(0)
  const opened = position(page)

  await page.keyboard.press('ArrowRight')
  await expect.poll(() => position(page).lon).toBeGreaterThan(opened.lon)
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => position(page).lat).toBeGreaterThan(opened.lat)

  const all = (await here.textContent())!
  await page.keyboard.press('+')
  await expect.poll(() => position(page).zoom).toBeGreaterThan(opened.zoom)
  await page.keyboard.press('+')
  await expect(here).not.toHaveText(all)
  const near = position(page).zoom
  await page.keyboard.press('-')
  await expect.poll(() => position(page).zoom).toBeLessThan(near)

  const narrowed = (await here.textContent())!
  await tabUntil(page, page.getByRole('button', { name: 'Partout' }))
  await page.keyboard.press('Enter')
  await expect(here).not.toHaveText(narrowed)
  const first = page.locator('.pmap-here .pmap-list a').first()
  await tabUntil(page, first)
  const name = (await first.textContent())!
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
})
