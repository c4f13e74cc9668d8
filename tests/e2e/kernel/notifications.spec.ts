import { obstacles } from '#tests/support/accessibility.ts'
import { expect, expectFits, SIZES, test } from '#tests/support/journey.ts'
import { signIn } from '#tests/support/signed-in.ts'

const HOME = '/so-cooperation/espace/notifications'
const PAGES = {
  'the notifications': HOME,
  'the choices': `${HOME}/choix`,
  'a link that stops nothing': '/so-cooperation/desabonnement/rien',
  'the outbox': '/dev/outbox',
}

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport })
    test('notifications and mails stop nobody', async ({ page }) => {
      await signIn(page, 'member@so-cooperation.demo')
      for (const [what, path] of Object.entries(PAGES)) {
        await page.goto(path)
        expect.soft(await obstacles(page), what).toEqual([])
        await expectFits(page)
      }
    })
  })
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('a member chooses what they receive', async ({ page }) => {
    await signIn(page, 'holder@so-cooperation.demo')
    await page.goto(HOME)
    await page.getByRole('link', { name: 'Choisir ce que vous recevez' }).click()
    await page.getByLabel('Dans le résumé du matin').first().uncheck()
    await page.getByRole('button', { name: 'Enregistrer mes choix' }).click()
    await expect(page.getByRole('status')).toContainText('Vos choix sont enregistrés')
    await expect(page.getByLabel('Dans le résumé du matin').first()).not.toBeChecked()
    await expect(page.getByLabel('Ici, dans vos notifications').first()).toBeChecked()
  })
})

test('the demonstration says where its mails are', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Voir les courriels envoyés' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Courriels de démonstration')
})
