import type { Page } from '@playwright/test'
import { expect, expectAlive, test } from '#tests/support/journey.ts'
import { ownName, signIn } from '#tests/support/signed-in.ts'

const NEW = '/so-cooperation/bureau/structures/nouvelle'

async function fillNew(page: Page, name: string) {
  await signIn(page, 'staff@so-cooperation.demo')
  await page.goto(NEW)
  await page.getByLabel('Nom', { exact: true }).fill(name)
  await page.getByLabel('Type de structure').selectOption({ label: 'Association locale' })
}

const isSave = (request: { method(): string; url(): string }) =>
  request.method() === 'POST' && request.url().includes('/nouvelle')

test('A double click on Save creates one organisation', async ({ page }) => {
  const name = ownName('Deux clics')
  let saves = 0
  page.on('request', (request) => {
    if (isSave(request)) saves++
  })
  await fillNew(page, name)
  await page.getByRole('button', { name: 'Enregistrer' }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  expect(saves).toBe(1)
})

test('Save cannot be clicked again while the saved record is being opened', async ({ page }) => {
  await fillNew(page, ownName('Clic tardif'))
  let open = () => {}
  const opening = new Promise<void>((resolve) => {
    open = resolve
  })
  // The record's own data, after the save was answered.
  await page.route(/structures\/[0-9a-f-]{36}\.data/, async (route) => {
    await opening
    await route.continue()
  })
  const asked = page.waitForRequest(/structures\/[0-9a-f-]{36}\.data/)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await asked
  await expect(page.getByRole('button', { name: 'Enregistrement…' })).toBeDisabled()
  open()
  await expect(page.getByRole('status')).toContainText('La structure est enregistrée.')
})

test('A double click on any other form sends it once', async ({ page }) => {
  await signIn(page, 'staff@so-cooperation.demo')
  await page.goto('/so-cooperation/bureau/appuis')
  await expectAlive(page)
  await page.getByLabel('Noter un appui en une phrase').fill('Floki 15 min budget')
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url())
  })
  await page.getByRole('button', { name: 'Noter', exact: true }).dblclick()
  await expect(page.getByText('L’appui est noté.')).toBeVisible()
  expect(sent).toHaveLength(1)
})
