import type { Page } from '@playwright/test'
import { expect, test } from '#tests/support/journey.ts'
import { DEMO_PASSWORD, ownName } from '#tests/support/signed-in.ts'
import { tabUntil } from '#tests/support/tab-until.ts'

const tabTo = (
  page: Page,
  role: 'link' | 'button' | 'textbox' | 'searchbox' | 'checkbox' | 'combobox',
  name: RegExp | string,
) => tabUntil(page, page.getByRole(role, { name, exact: typeof name === 'string' }).first())

test('with the keyboard alone: search, narrow and open', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Aller au contenu' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#contenu$/)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('eau togo')
  await page.keyboard.press('Enter')
  await expect(page.locator('#results')).toBeVisible()

  const box = await tabTo(page, 'checkbox', /^Association/)
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/kind=association/)
  await expect(page.getByRole('link', { name: 'Retirer le filtre Association' })).toBeVisible()
  // The place reached is not lost: the next box is one Tab away, and the same key undoes.
  await expect(box).toBeFocused()
  await expect(box).toBeChecked()
  await page.keyboard.press('Space')
  await expect(page).not.toHaveURL(/kind=association/)
  await expect(box).toBeFocused()
  await expect(box).not.toBeChecked()

  const name = (await page.locator('.listing h3 a').first().textContent())!
  await tabTo(page, 'link', name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    name.replace(/ \(sur le site de .*\)$/, ''),
  )
})

test('with the keyboard alone: sign in, add and correct an organisation', async ({ page }) => {
  const name = ownName('Au clavier')
  await page.goto('/so-cooperation/bureau')
  await tabTo(page, 'textbox', 'Adresse e-mail')
  await page.keyboard.type('staff@so-cooperation.demo')
  await page.keyboard.press('Tab')
  await page.keyboard.type(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bonjour Dominique')

  await tabTo(page, 'link', 'Ajouter une structure')
  await page.keyboard.press('Enter')
  await tabTo(page, 'textbox', 'Nom')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeFocused()
  await tabTo(page, 'textbox', 'Nom')
  await page.keyboard.type(name)
  await tabTo(page, 'combobox', 'Type de structure')
  await page.keyboard.type('Association locale')
  const part = page.locator('summary', { hasText: 'Ce qu’elle fait' })
  while (!(await part.evaluate((one) => one === document.activeElement))) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, 'combobox', 'Secteurs')
  await page.keyboard.type('éducation')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Retirer Éducation/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await tabTo(page, 'button', 'Enregistrer')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)

  await tabTo(page, 'link', 'Modifier')
  await page.keyboard.press('Enter')
  await tabTo(page, 'textbox', /^Sigle/)
  await page.keyboard.type('AC')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('Vos modifications sont enregistrées.')
  await tabTo(page, 'button', 'Publier dans l’annuaire')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('La fiche est publiée')
  await tabTo(page, 'button', 'Se déconnecter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible()
})
