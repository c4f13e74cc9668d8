import type { Page } from '@playwright/test'
import { obstacles } from '#tests/support/accessibility.ts'
import { expect, expectAlive, expectFits, SIZES, test } from '#tests/support/journey.ts'
import { ownName, signIn } from '#tests/support/signed-in.ts'
import { tabUntil } from '#tests/support/tab-until.ts'

const DESK = '/so-cooperation/bureau'

/** The form of a scheme taken over from the ready one for JSI. */
async function openForm(page: Page) {
  await signIn(page, 'staff@so-cooperation.demo')
  const made = await page.request.post(`${DESK}/dispositifs/nouveau?modele=jsi`, {
    form: { code: ownName('JSI'), name: 'Jeunesse et solidarité internationale', intake: 'here' },
    maxRedirects: 0,
  })
  expect(made.status()).toBe(302)
  await page.goto(`${made.headers().location!.split('?')[0]}/formulaire`)
}

const field = (page: Page, name: string) => page.locator(`[name="f.${name}"]`)
const section = (page: Page, key: string) => page.locator(`[id="s.${key}"]`)
const nbsp = (text: string) =>
  new RegExp(text.replace(/[.+?()]/g, '\\$&').replaceAll(' ', '[\\s\\u00a0\\u202f]'))

test('a form is filled in with the keyboard alone: a field that depends on another, and a budget', async ({
  page,
}) => {
  test.slow()
  await openForm(page)
  await expectAlive(page)
  const care = page.getByLabel('Encadrement des mineurs')
  await expect(care).toBeHidden()

  await tabUntil(page, field(page, 'title'))
  await page.keyboard.type('Un puits à Thiès')
  await expect(page.getByText(nbsp('Réponses attendues : 1 sur 2')).last()).toBeVisible()

  await tabUntil(page, field(page, 'planned.french.girls'))
  await page.keyboard.type('8')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('13')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('22')
  const gap = nbsp('il manque 1 personne, 22 annoncés, 8 filles + 13 garçons = 21')
  await expect(section(page, 'young').getByText(gap).first()).toBeVisible()
  await expect(section(page, 'young').locator('[aria-live]').getByText(gap)).toBeAttached()

  await tabUntil(page, field(page, 'minors').first())
  await page.keyboard.press('Space')
  await expect(care).toBeVisible()
  await tabUntil(page, care)
  await page.keyboard.type('Deux animatrices diplômées.')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('ArrowDown')
  await expect(care).toBeHidden()
  await page.keyboard.press('ArrowUp')
  await expect(care).toHaveValue('Deux animatrices diplômées.')

  const budget = section(page, 'money')
  const line = async (name: string, chosen: string, amount: string) => {
    await tabUntil(page, field(page, `budget.${name}.${name.startsWith('income') ? 'funder' : 'heading'}`))
    await page.keyboard.type(chosen)
    await page.keyboard.press('Tab')
    await page.keyboard.type(amount)
  }
  await line('expense.cash.0', 'Transport int', '9 800')
  await expect(budget.getByText(nbsp('Il manque 9 800 € de recettes')).first()).toBeVisible()
  await tabUntil(page, budget.getByRole('button', { name: 'Ajouter une ligne' }).first())
  await page.keyboard.press('Enter')
  await expect(field(page, 'budget.expense.cash.4.heading')).toBeFocused()
  await page.keyboard.type('Restauration')
  await page.keyboard.press('Tab')
  await page.keyboard.type('200,50')
  await line('income.cash.0', 'Subvention', '7000')
  await expect(budget.getByText(nbsp('soit 70 % des 10 000,50 €')).first()).toBeVisible()
  await line('income.cash.1', 'Commune', '3000,50')
  await expect(
    budget.getByText(nbsp('Le budget est équilibré : 10 000,50 € de chaque côté.')).first(),
  ).toBeVisible()

  const remove = budget.getByRole('button', { name: nbsp('Retirer : Recette 2') })
  await tabUntil(page, remove)
  await page.keyboard.press('Enter')
  await expect(budget.getByText(nbsp('Il manque 3 000,50 € de recettes')).first()).toBeVisible()
  await expect(field(page, 'budget.income.cash.2.funder')).toBeFocused()
  await tabUntil(page, budget.getByRole('button', { name: 'Remettre la ligne retirée' }))
  await page.keyboard.press('Enter')
  await expect(field(page, 'budget.income.cash.1.funder')).toBeFocused()
  await expect(budget.getByText(nbsp('Le budget est équilibré')).first()).toBeVisible()

  await field(page, 'title').focus()
  await page.keyboard.press('Enter')
  const refusal = page.getByRole('alert')
  await expect(refusal).toBeFocused()
  await expect(refusal).toContainText('à revoir ou à compléter')
  await expect(field(page, 'title')).toHaveValue('Un puits à Thiès')
  await expect(field(page, 'budget.expense.cash.1.cents')).toHaveValue('200,50')
  await refusal.getByRole('link', { name: /^Partenaires/ }).press('Enter')
  await expect(page.locator('[id="f.partners"]')).toBeFocused()
})

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport })

    test('the form, its faults and its blank sheet can be used by everyone', async ({ page }) => {
      test.slow()
      await openForm(page)
      await expectAlive(page)
      expect.soft(await obstacles(page), 'the form').toEqual([])
      await expectFits(page)
      await field(page, 'requested').fill('beaucoup')
      await page.getByRole('button', { name: 'Essayer' }).click()
      await expect(page.getByRole('alert')).toBeVisible()
      expect.soft(await obstacles(page), 'the refused form').toEqual([])
      await expectFits(page)
      await page.getByRole('link', { name: 'Formulaire vierge à imprimer' }).click()
      await expect(page.getByRole('link', { name: 'Revenir à l’aperçu' })).toBeVisible()
      expect.soft(await obstacles(page), 'the blank sheet').toEqual([])
      await expectFits(page)
    })
  })
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('every field shows with whom it is for, and lines are added without losing a word', async ({
    page,
  }) => {
    await openForm(page)
    const care = page.getByLabel('Encadrement des mineurs')
    await expect(care).toBeVisible()
    await expect(
      page.getByText(nbsp('À remplir si « Des mineurs participent-ils ? » : « Oui ».')),
    ).toBeVisible()
    await care.fill('Deux animatrices diplômées.')
    await field(page, 'budget.expense.cash.3.cents').fill('12,50')
    await expect(field(page, 'budget.expense.cash.4.cents')).toHaveCount(0)
    await section(page, 'money').getByRole('button', { name: 'Ajouter des lignes' }).first().click()
    await expect(field(page, 'budget.expense.cash.4.cents')).toBeVisible()
    await expect(field(page, 'budget.expense.cash.0.cents')).toHaveValue('12,50')
    await expect(care).toHaveValue('Deux animatrices diplômées.')
    await field(page, 'title').fill('Un puits à Thiès')
    await field(page, 'title').press('Enter')
    await expect(page.getByRole('alert')).toContainText('à revoir ou à compléter')
    await expect(field(page, 'title')).toHaveValue('Un puits à Thiès')
    await expect(care).toHaveValue('Deux animatrices diplômées.')
  })
})
