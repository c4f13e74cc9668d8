import type { Page } from '@playwright/test'
import { expect, expectFits, SIZES, test } from '#tests/support/journey.ts'
import { DEMO_PASSWORD, signIn } from '#tests/support/signed-in.ts'

/** On a phone the bureau's navigation is folded. */
async function openMenu(page: Page) {
  const menu = page.locator('.rail-menu > summary')
  if (await menu.isVisible()) await menu.click()
}

for (const { name: size, viewport } of SIZES) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`A person ${size}${javaScriptEnabled ? '' : ', without JavaScript'}`, () => {
      test.use({ viewport, javaScriptEnabled })

      test('signs in where they were going, is refused what is not theirs, and signs out for good', async ({
        page,
        context,
      }) => {
        await page.goto('/so-cooperation/bureau/structures?q=eau')
        await expect(page).toHaveURL(/\/connexion\?retour=/)
        await expectFits(page)
        await page.getByLabel('Adresse e-mail').fill('staff@so-cooperation.demo')
        await page.getByLabel('Mot de passe').fill('pas celui-ci')
        await page.getByRole('button', { name: 'Se connecter' }).click()
        await expect(page.getByRole('alert')).toContainText('ne convient pas')
        await expect(page.getByLabel('Adresse e-mail')).toHaveValue('staff@so-cooperation.demo')
        await page.getByLabel('Mot de passe').fill(DEMO_PASSWORD)
        await page.getByRole('button', { name: 'Se connecter' }).click()
        await expect(page).toHaveURL(/\/so-cooperation\/bureau\/structures\?q=eau$/)
        await expect(page.getByRole('searchbox')).toHaveValue('eau')
        await expectFits(page)

        expect((await page.goto('/resacoop/bureau'))?.status()).toBe(403)
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette page ne vous est pas ouverte')
        await expectFits(page)

        const kept = await context.cookies()
        await page.goto('/so-cooperation/bureau')
        await openMenu(page)
        await page.getByRole('button', { name: 'Se déconnecter' }).click()
        await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible()
        await context.addCookies(kept)
        await page.goto('/so-cooperation/bureau')
        await expect(page).toHaveURL(/\/connexion\?retour=/)
      })

      test('who works for two networks goes from one desk to the other', async ({ page }) => {
        await signIn(page, 'two@inter.demo')
        await page.goto('/so-cooperation/bureau')
        await openMenu(page)
        await page.getByText('Vos réseaux').click()
        await page.getByRole('link', { name: /^Occitanie Coopération chargé·e de mission$/ }).click()
        await expect(page).toHaveURL(/\/occitanie-cooperation\/bureau$/)
        await expect(page.getByText('Visible par l’équipe d’Occitanie Coopération')).toBeVisible()
        await expectFits(page)
        await openMenu(page)
        await page.getByText('Vos réseaux').click()
        await page.getByRole('link', { name: /^SO Coopération chargé·e de mission$/ }).click()
        await expect(page).toHaveURL(/\/so-cooperation\/bureau$/)
        await openMenu(page)
        await page.getByRole('link', { name: 'Structures', exact: true }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Structures')
        await expectFits(page)
      })
    })
  }
}
