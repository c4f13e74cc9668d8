import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/journey.ts'
import { ownName, signIn } from '#tests/support/signed-in.ts'

async function newOrganisation(page: Page, name: string): Promise<string> {
  await page.goto('/so-cooperation/bureau/structures/nouvelle')
  await page.getByLabel('Nom', { exact: true }).fill(name)
  await page.getByLabel('Type de structure').selectOption({ label: 'Association locale' })
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  return new URL(page.url()).pathname
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`Two people at once${javaScriptEnabled ? '' : ', without JavaScript'}`, () => {
    test.use({ javaScriptEnabled })

    test('do not undo each other: the second is told who saved, and loses nothing', async ({
      page,
      visitor,
    }) => {
      await signIn(page, 'staff@so-cooperation.demo')
      const record = await newOrganisation(page, ownName('Deux mains'))
      const colleague = await visitor()
      await signIn(colleague, 'admin@so-cooperation.demo')
      for (const person of [page, colleague]) await person.goto(`${record}/modifier`)

      await colleague.getByLabel('Sigle').fill('CAM')
      await colleague.getByRole('button', { name: 'Enregistrer' }).click()
      await expect(colleague.getByRole('status')).toContainText('Vos modifications sont enregistrées.')

      await page.getByLabel(/^Adresse/).fill('2 rue Haute')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await expect(page.getByRole('alert')).toContainText('Camille Démo')
      await expect(page.getByRole('alert')).toContainText('Rien n’a été enregistré')
      await expect(page.getByLabel(/^Adresse/)).toHaveValue('2 rue Haute')

      const [current] = await Promise.all([
        page.waitForEvent('popup'),
        page.getByRole('link', { name: 'Voir la fiche actuelle (nouvel onglet)' }).click(),
      ])
      await expect(current.getByRole('definition').filter({ hasText: /^CAM$/ })).toBeVisible()
      await expect(page.getByLabel('Sigle')).toHaveValue('CAM')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await expect(page.getByRole('status')).toContainText('Vos modifications sont enregistrées.')
      await expect(page.getByRole('definition').filter({ hasText: /^2 rue Haute$/ })).toBeVisible()
      await expect(page.getByRole('definition').filter({ hasText: /^CAM$/ })).toBeVisible()
    })
  })
}
