import { obstacles } from '#tests/support/accessibility.ts'
import { expect, expectAlive, expectFits, SIZES, test } from '#tests/support/journey.ts'
import { ownName, signIn } from '#tests/support/signed-in.ts'

const SITE = '/occitanie-cooperation/bureau/site'
const brand = () => document.documentElement.style.getPropertyValue('--brand').trim()

test('what an admin writes and colours, a visitor sees at once', async ({ page, visitor }) => {
  const words = ownName('Bienvenue')
  await signIn(page, 'admin@occitanie-cooperation.demo')
  await page.goto(`${SITE}/textes/home`)
  await expectAlive(page)
  await page.getByLabel('Votre texte').fill(`## ${words}\n\nUn **texte**.`)
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(page.getByRole('status')).toContainText('Publié')
  await page.goto(SITE)
  await page.getByLabel('Votre couleur').fill('#124578')
  await page.getByRole('button', { name: 'Enregistrer la couleur' }).click()
  await expect(page.getByRole('status')).toBeVisible()

  const other = await visitor()
  await other.goto('/occitanie-cooperation')
  await expect(other.getByRole('heading', { level: 3, name: words })).toBeVisible()
  expect(await other.evaluate(brand)).toBe('#124578')

  await page.getByRole('button', { name: 'Reprendre la couleur d’origine' }).click()
  await expect(page.getByRole('button', { name: 'Reprendre la couleur d’origine' })).toHaveCount(0)
})

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport })
    test('the pages of a site can be used by everyone', async ({ page }) => {
      await signIn(page, 'admin@so-cooperation.demo')
      for (const path of [
        '/',
        '/so-cooperation',
        '/so-cooperation/accessibilite',
        '/mentions-legales',
        '/so-cooperation/bureau/site',
        '/so-cooperation/bureau/site/textes/legal',
      ]) {
        await page.goto(path)
        await expectAlive(page)
        expect.soft(await obstacles(page), path).toEqual([])
        await expectFits(page)
      }
    })
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the map, the figures and the texts are read', async ({ page }) => {
    await page.goto('/')
    await expect(page.locator('.map a')).toHaveCount(12)
    await page.getByRole('link', { name: 'Guyacoop Internationale' }).click()
    await page.getByRole('link', { name: 'Voir l’équipe et les adresses' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Équipe et contact')
  })
})
