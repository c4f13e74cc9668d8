import type { Page } from '@playwright/test'
import { expect, expectFits, numberIn, SIZES, test } from '#tests/support/journey.ts'

const names = (page: Page) => page.locator('.listing h3 a').allTextContents()
/** A link of the national directory says aloud on which site it opens. */
const withoutSite = (name: string) => name.replace(/ \(sur le site de .*\)$/, '')
const found = (page: Page) => numberIn(page.locator('#results'))

/** On a phone the filters are folded: one opens them, and then one. */
async function facet(page: Page, title: string) {
  const summary = page.locator('details.filters > summary')
  if ((await summary.isVisible()) && !(await page.locator('details.filters[open]').count()))
    await summary.click()
  return page.getByRole('group', { name: title })
}

for (const { name, viewport } of SIZES) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`A visitor ${name}${javaScriptEnabled ? '' : ', without JavaScript'}`, () => {
      test.use({ viewport, javaScriptEnabled })

      test('searches from the portal, narrows, shares what they see, goes back, opens a page', async ({
        page,
        visitor,
      }) => {
        await page.goto('/')
        await expectFits(page)
        await page.getByRole('searchbox').fill('eau togo')
        await page.getByRole('button', { name: 'Chercher' }).click()
        await expect(page).toHaveURL(/\/annuaire\?q=eau\+togo$/)
        await expect(page.locator('#results')).toBeVisible()
        const [all, total] = [await names(page), await found(page)]
        expect(total).toBeGreaterThan(3)
        await expectFits(page)

        const box = (await facet(page, 'Secteurs')).locator('input[value=education]')
        const promised = await numberIn(box.locator('xpath=..').locator('.c'))
        await box.check()
        if (!javaScriptEnabled) await page.getByRole('button', { name: 'Appliquer les filtres' }).click()
        await expect(page).toHaveURL(/sector=education/)
        await expect(page.getByRole('link', { name: /Retirer le filtre Éducation/ })).toBeVisible()
        const narrowed = await names(page)
        expect(await found(page)).toBe(promised)
        expect(promised).toBeLessThan(total)
        await expectFits(page)

        const friend = await visitor()
        await friend.goto(page.url())
        expect(await names(friend)).toEqual(narrowed)
        await expect(friend.getByRole('searchbox')).toHaveValue('eau togo')
        await expect((await facet(friend, 'Secteurs')).locator('input[value=education]')).toBeChecked()

        await page.goBack()
        await expect(page).toHaveURL(/\/annuaire\?q=eau\+togo$/)
        await expect.poll(() => names(page)).toEqual(all)
        await expect(page.getByRole('searchbox')).toHaveValue('eau togo')
        // Without JavaScript the browser gives its boxes back as they were left, before the button was used.
        if (javaScriptEnabled)
          await expect((await facet(page, 'Secteurs')).locator('input[value=education]')).not.toBeChecked()
        await page.goForward()
        await expect.poll(() => names(page)).toEqual(narrowed)

        await page.locator('.listing h3 a').first().click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(withoutSite(narrowed[0]!))
        await expect(page).toHaveURL(/\/annuaire\/[a-z0-9-]+\?national=/)
        await page.goBack()
        await expect.poll(() => names(page)).toEqual(narrowed)
        await expectFits(page)
      })

      test('reads the same page in English, and comes back to French', async ({ page }) => {
        await page.goto('/so-cooperation/annuaire?q=eau&country=TG')
        const [address, listed] = [page.url(), await names(page)]
        await page.getByRole('button', { name: 'English' }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Directory')
        await expect(page.locator('html')).toHaveAttribute('lang', 'en')
        expect(page.url()).toBe(address)
        expect(await names(page)).toEqual(listed)
        await expectFits(page)
        await page.locator('.listing h3 a').first().click()
        await expect(page.getByRole('heading', { level: 2, name: 'Country of work' })).toBeVisible()
        await page.getByRole('button', { name: 'Français' }).click()
        await expect(page.getByRole('heading', { level: 2, name: 'Pays d’intervention' })).toBeVisible()
      })

      test('is told what does not exist and shown the way back', async ({ page }) => {
        const response = await page.goto('/nulle-part/ici')
        expect(response?.status()).toBe(404)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page n’existe pas')
        await expectFits(page)
        await page.getByRole('link', { name: 'Revenir à l’accueil' }).click()
        await expect(page).toHaveURL(/:\d+\/$/)
        expect((await page.goto('/so-cooperation/annuaire/personne'))?.status()).toBe(404)
        await page.getByRole('link', { name: 'Revenir à l’accueil' }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('SO Coopération')
      })
    })
  }
}
