import { expect, test } from '@playwright/test'

const ELSEWHERE = 'http://reseau.exemple/'

/** A page of another site, its frame closed in on itself as a careful site would. */
for (const [what, path, sandbox] of [
  [
    'the list',
    '/so-cooperation/embed/annuaire?country=TG&fixe=country',
    'allow-scripts allow-forms allow-top-navigation-by-user-activation',
  ],
  [
    'the map',
    '/so-cooperation/embed/carte',
    'allow-scripts allow-forms allow-popups allow-top-navigation-by-user-activation',
  ],
] as const) {
  test(`another site shows ${what}, at its height, and its links open there`, async ({ page, baseURL }) => {
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await page.route(ELSEWHERE, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Réseau</title><iframe data-maillage sandbox="${sandbox}" src="${baseURL}${path}" style="width:100%;height:300px;border:0"></iframe><script src="${baseURL}/embed/cadre.js" async></script>`,
      }),
    )
    await page.goto(ELSEWHERE)
    const frame = page.frameLocator('iframe')
    await expect
      .poll(() =>
        page.locator('iframe').evaluate((element: HTMLElement) => Number.parseInt(element.style.height, 10)),
      )
      .toBeGreaterThan(600)
    if (what === 'the map') {
      await expect(frame.getByText(/structures dans cette vue/)).toBeVisible()
      await expect(frame.locator('canvas')).toBeVisible()
      await frame.getByText(/structures dans cette vue/).click()
      await frame.locator('.pmap-list a').first().click()
    } else {
      await frame.getByRole('searchbox').fill('acamo')
      await frame.getByRole('button', { name: 'Chercher' }).click()
      await frame.getByRole('link', { name: 'ACAMO' }).click()
    }
    await expect(page).toHaveURL(/\/so-cooperation\/annuaire\/[a-z0-9-]+$/)
    expect(faults).toEqual([])
    expect(await page.context().cookies()).toEqual([])
  })
}
