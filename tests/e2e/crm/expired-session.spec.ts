import { expect, expectAlive, test } from '#tests/support/journey.ts'
import { DEMO_PASSWORD, ownName, signIn } from '#tests/support/signed-in.ts'

test('what was typed when the session had ended is kept, and saved after signing in again', async ({
  page,
  context,
}) => {
  const name = ownName('Session close')
  await signIn(page, 'staff@so-cooperation.demo')
  await page.goto('/so-cooperation/bureau/structures/nouvelle')
  await expectAlive(page)
  await page.getByLabel('Nom', { exact: true }).fill(name)
  await page.getByLabel('Type de structure').selectOption({ label: 'Association locale' })
  await context.clearCookies()
  await page.getByRole('button', { name: 'Enregistrer' }).click()

  await expect(page).toHaveURL(/\/connexion\?retour=/)
  await page.getByLabel('Adresse e-mail').fill('staff@so-cooperation.demo')
  await page.getByLabel('Mot de passe').fill(DEMO_PASSWORD)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByText('Cet onglet l’a gardé')).toBeVisible()
  await page.getByRole('button', { name: 'Enregistrer ce que j’avais saisi' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)

  await page.goto('/so-cooperation/bureau/structures/nouvelle')
  await expectAlive(page)
  await expect(page.getByText('Cet onglet l’a gardé')).toBeHidden()
})

test('a mission folded in the menu stays folded', async ({ page }) => {
  await signIn(page, 'staff@so-cooperation.demo')
  await page.goto('/so-cooperation/bureau')
  await expectAlive(page)
  const team = page.getByRole('link', { name: 'Équipe et accès' })
  await expect(team).toBeVisible()
  await page.getByText('Réseau', { exact: true }).click()
  await expect(team).toBeHidden()
  await page.reload()
  await expectAlive(page)
  await expect(team).toBeHidden()
})
