import { obstacles } from '#tests/support/accessibility.ts'
import { expect, expectAlive, expectFits, SIZES, test } from '#tests/support/journey.ts'
import { ownName, signIn } from '#tests/support/signed-in.ts'

const DESK = '/so-cooperation/bureau'

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport })

    test('from a ready model to a dossier that moves, and a rule set aside with its reason', async ({
      page,
    }) => {
      test.slow()
      const usable = async (what: string) => {
        await expectAlive(page)
        expect.soft(await obstacles(page), what).toEqual([])
        await expectFits(page)
      }
      const code = ownName('JSI')
      await signIn(page, 'staff@so-cooperation.demo')
      await page.goto(`${DESK}/dispositifs`)
      await usable('list')
      await page.getByRole('link', { name: 'Prendre un modèle' }).first().click()
      await usable('models')
      await page.getByRole('link', { name: 'JSI Modèle de l’outil' }).click()
      await usable('model')
      await page.getByRole('link', { name: 'Prendre ce modèle' }).first().click()
      await page.getByLabel('Sigle').fill(code)
      await usable('new')
      await page.getByRole('button', { name: 'Créer le dispositif' }).click()
      await expect(page.getByText('Le dispositif est créé')).toBeVisible()
      await usable('dispositif')

      await page.getByRole('link', { name: 'Ouvrir une session' }).click()
      await page.getByLabel('Ouverture du dépôt').fill('2026-01-05T08:00')
      await page.getByLabel('Clôture du dépôt').fill('2026-12-31T23:59')
      await page.getByRole('button', { name: 'Ouvrir la session' }).click()
      await expect(page.getByText('Un point est à reprendre')).toBeVisible()
      await page.getByLabel('Nom de la session').fill('Session du parcours')
      await usable('session form')
      await page.getByRole('button', { name: 'Ouvrir la session' }).click()
      await expect(page.getByText('La session est ouverte')).toBeVisible()

      await page.getByRole('link', { name: 'Saisir un dossier' }).first().click()
      await expectAlive(page)
      await page.getByLabel('Titre du projet').fill('Un verger à Sokodé')
      const holders = page.locator('[data-field="holders"]')
      await holders.pressSequentially('acamo')
      await expect(page.getByRole('option').first()).toContainText('ACAMO')
      await holders.press('Enter')
      await page.locator('[name="f.youngest"]').fill('12')
      await page.locator('[name="f.oldest"]').fill('19')
      await page.getByRole('button', { name: 'Enregistrer le dossier' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Un verger à Sokodé')
      await usable('dossier')

      const rule = page.getByRole('listitem').filter({ hasText: 'Entre 15 et 25 ans' })
      await rule.getByText('Écarter cette règle').click()
      await rule.getByLabel('Pourquoi').fill('Accord écrit du financeur')
      await rule.getByRole('button', { name: 'Écarter la règle' }).click()
      await expect(page.getByText('La règle est écartée')).toBeVisible()
      await page.getByRole('button', { name: 'Marquer complet' }).click()
      await expect(page.getByText('Le dossier a avancé')).toBeVisible()

      await page.getByRole('link', { name: 'Session du parcours' }).click()
      await usable('inbox')
      await page.getByLabel('Cocher le dossier n° 1').check()
      await page.getByLabel('Suite').selectOption({ label: 'Déclarer recevable' })
      await page.getByRole('button', { name: 'Faire avancer' }).click()
      await expect(page.getByText('1 dossier a avancé')).toBeVisible()
      await expect(page.getByRole('table').getByText('Recevable')).toBeVisible()
    })
  })
}
