import { obstacles } from '#tests/support/accessibility.ts'
import { expect, expectAlive, expectFits, test, VARIANTS } from '#tests/support/journey.ts'
import { ownName, signIn } from '#tests/support/signed-in.ts'

const PIECES = '/dev/ui'

for (const { name: size, viewport, lng } of VARIANTS) {
  test(`the pieces can be used by everyone, ${size}, in ${lng}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await page.goto(`${PIECES}?lng=${lng}`)
    await expectAlive(page)
    expect.soft(await obstacles(page)).toEqual([])
    await expectFits(page)
    const section = page.locator('#choices')
    await section.getByRole('combobox').first().click()
    await expect(section.getByRole('option').first()).toBeVisible()
    expect(await obstacles(page)).toEqual([])
    await page.goto(`/glossaire?lng=${lng}`)
    expect(await obstacles(page)).toEqual([])
  })
}

test('with the keyboard alone: search among countries, pick, remove', async ({ page }) => {
  await page.goto(PIECES)
  await expectAlive(page)
  const field = page.getByRole('combobox', { name: 'Pays d’intervention' })
  await field.focus()
  await page.keyboard.type('afr ouest ben')
  await expect(page.getByRole('option')).toHaveText(['Bénin'])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Retirer Bénin' })).toBeVisible()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('')
  await expect(field).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('ArrowDown')
  const active = () => field.getAttribute('aria-activedescendant')
  const before = await active()
  await page.keyboard.press('ArrowDown')
  expect(await active()).not.toBe(before)
  await expect(page.locator(`[id="${await active()}"]`)).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(field).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('button', { name: 'Retirer Bénin' })).toHaveCount(0)
  await expect(page.locator('input[name=countries]')).toHaveCount(2)
})

test('with the keyboard alone: several communes, found among all of France', async ({ page }) => {
  await page.goto(PIECES)
  await expectAlive(page)
  const field = page.getByRole('combobox', { name: 'Communes' })
  await field.focus()
  await page.keyboard.type('st etienne 42')
  await expect(page.getByRole('option', { name: 'Saint-Étienne (42000)' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Retirer Saint-Étienne (42000)' })).toBeVisible()
  await expect(page.locator('input[name=communes]')).toHaveCount(2)
  expect(await obstacles(page)).toEqual([])
})

test('with the keyboard alone: tabs, a dialog, people counted', async ({ page }) => {
  await page.goto(PIECES)
  await expectAlive(page)
  await page.getByRole('tab', { name: 'Récit' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('tab', { name: 'Fichiers' })).toBeFocused()
  await expect(page.getByRole('tabpanel')).toHaveText('Ce qu’elle a envoyé.')
  await page.keyboard.press('Home')
  await expect(page.getByRole('tab', { name: 'Récit' })).toHaveAttribute('aria-selected', 'true')

  const opener = page.getByRole('button', { name: 'Ouvrir une boîte' })
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Une boîte de dialogue' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(opener).toBeFocused()

  await page.getByRole('textbox', { name: 'Femmes, 15 à 17 ans' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('textbox', { name: 'Hommes, 15 à 17 ans' })).toBeFocused()
  await page.keyboard.type('20')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('textbox', { name: 'Hommes, 18 à 25 ans' })).toBeFocused()
  const grid = page.getByRole('table', { name: /Jeunes accueillis/ })
  await expect(grid.getByRole('row', { name: /^Total/ })).toContainText('32')
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'With script' : 'Without script', () => {
    test.use({ javaScriptEnabled })

    test('the table is sorted by its column names and keeps the columns chosen', async ({ page }) => {
      await page.goto(PIECES)
      if (javaScriptEnabled) await expectAlive(page)
      const table = page.getByRole('table', { name: 'Structures de l’exemple' })
      await table.getByRole('link', { name: 'Bénévoles' }).click()
      await expect(page).toHaveURL(/tri=members/)
      await expect(table.getByRole('columnheader', { name: 'Bénévoles' })).toHaveAttribute(
        'aria-sort',
        'ascending',
      )
      await table.getByRole('link', { name: 'Bénévoles' }).click()
      await expect(table.getByRole('columnheader', { name: 'Bénévoles' })).toHaveAttribute(
        'aria-sort',
        'descending',
      )
      await expect(table.locator('tbody tr').first()).toContainText('Amitié Thionck-Essyl')
      await page.getByText('Colonnes', { exact: true }).click()
      await page.getByLabel('Commune', { exact: true }).uncheck()
      await page.getByRole('button', { name: 'Afficher ces colonnes' }).click()
      await expect(table.getByRole('columnheader', { name: 'Commune' })).toHaveCount(0)
      await expect(page).toHaveURL(/tri=-members/)
      await expect(page.getByRole('button', { name: 'Archiver' })).toBeHidden()
      await page.getByLabel('Cocher Les Puits de Kara').check()
      await expect(page.getByRole('button', { name: 'Archiver' })).toBeVisible()
    })

    test('deleting asks first, says that it is done and can be undone', async ({ page }) => {
      await page.goto(PIECES)
      const first = javaScriptEnabled
        ? page.getByRole('button', { name: 'Supprimer' })
        : page.locator('summary', { hasText: 'Supprimer' })
      if (javaScriptEnabled) await expectAlive(page)
      await first.click()
      await expect(page.getByText('Supprimer cet appui ?')).toBeVisible()
      await page.getByRole('button', { name: 'Supprimer' }).last().click()
      await expect(page.getByText('L’appui est supprimé.')).toBeVisible()
      await page.getByRole('button', { name: 'Annuler cette action' }).click()
      await expect(page.getByText('L’appui est revenu.')).toBeVisible()
    })

    test('a refused form keeps what was typed and says what to mend', async ({ page }) => {
      await page.goto(PIECES)
      if (javaScriptEnabled) await expectAlive(page)
      await page.getByLabel('Montant demandé').fill('douze')
      await page.locator('#forms').getByRole('button', { name: 'Enregistrer' }).click()
      const alert = page.locator('#forms').getByRole('alert').first()
      await expect(alert).toContainText('2 champs sont à corriger')
      await expect(page.getByLabel('Montant demandé')).toHaveValue('douze')
      await expect(page.getByLabel('Montant demandé')).toHaveAccessibleDescription(/n’est pas compris/)
      await alert.getByRole('link', { name: 'Nom de l’action' }).click()
      if (javaScriptEnabled) await expect(page.getByLabel('Nom de l’action')).toBeFocused()
      else await expect(page.locator('#name')).toBeInViewport()
    })

    test('a file is sent', async ({ page }) => {
      await page.goto(PIECES)
      if (javaScriptEnabled) await expectAlive(page)
      await page
        .getByLabel('Statuts de la structure')
        .setInputFiles({ name: 'statuts.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') })
      await page.getByRole('button', { name: 'Envoyer le fichier' }).click()
      await expect(page.getByText('Le fichier est arrivé.')).toBeVisible()
    })

    test('an acronym opens its definition', async ({ page }) => {
      await page.goto(PIECES)
      if (javaScriptEnabled) await expectAlive(page)
      await page.getByRole('button', { name: 'ODD' }).click()
      await expect(page.getByText('Objectifs de développement durable').last()).toBeVisible()
      await page.getByRole('link', { name: 'Tout le glossaire' }).last().click()
      await expect(page.locator('#odd')).toBeInViewport()
    })
  })
}

test('leaving with something not saved is asked about, saving is not leaving', async ({ page }) => {
  await signIn(page, 'staff@so-cooperation.demo')
  await page.goto('/so-cooperation/bureau/structures/nouvelle')
  await expectAlive(page)
  const name = ownName('Pas perdue')
  await page.getByLabel('Nom', { exact: true }).fill(name)
  await page.getByRole('link', { name: 'Annuler' }).click()
  const question = page.getByRole('dialog', { name: 'Quitter sans enregistrer ?' })
  await question.getByRole('button', { name: 'Rester et enregistrer' }).click()
  await expect(question).toBeHidden()
  await expect(page.getByLabel('Nom', { exact: true })).toHaveValue(name)
  await page.getByLabel('Type de structure').selectOption({ label: 'Association locale' })
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await page.getByRole('link', { name: 'Modifier' }).click()
  await page.getByRole('link', { name: 'Annuler' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
})

test('the list of the desk is sorted and its pages follow the order', async ({ page }) => {
  await signIn(page, 'staff@so-cooperation.demo')
  await page.goto('/so-cooperation/bureau/structures')
  const names = page.locator('tbody tr td:nth-child(2)')
  const first = await names.first().textContent()
  await page.getByRole('link', { name: 'Nom', exact: true }).click()
  await expect(page).toHaveURL(/tri=-name/)
  await expect(names.first()).not.toHaveText(first!)
  await page.getByRole('link', { name: 'Suivant' }).click()
  await expect(page).toHaveURL(/tri=-name.*page=2/)
})

test('on paper there is nothing to click', async ({ page }) => {
  await page.goto(PIECES)
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['.top nav', '.pages', '.menu', '.bulk', '.crumbs', '.btn', '.skip'])
    for (const element of await page.locator(hidden).all()) await expect(element, hidden).toBeHidden()
  await expect(page.getByText('Adhérents par département').first()).toBeVisible()
})
