import type { Page } from '@playwright/test'
import { expect, expectFits, SIZES, test } from '#tests/support/journey.ts'
import { ownName, signIn } from '#tests/support/signed-in.ts'

/** With script one types and picks; without, the same choices are boxes to tick. */
async function choose(page: Page, label: string, choice: string, withScript: boolean) {
  if (!withScript) return page.getByLabel(choice).check()
  await page.getByRole('combobox', { name: label }).fill(choice)
  await page.getByRole('option', { name: choice }).click()
}

async function expectChosen(page: Page, choice: string, withScript: boolean) {
  if (!withScript) return expect(page.getByLabel(choice)).toBeChecked()
  await expect(page.getByRole('button', { name: `Retirer ${choice}` })).toBeVisible()
}

const DESK = '/so-cooperation/bureau'

for (const { name: size, viewport } of SIZES) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`Staff ${size}${javaScriptEnabled ? '' : ', without JavaScript'}`, () => {
      test.use({ viewport, javaScriptEnabled })

      test('add an organisation, mend their mistakes, publish, correct and remove it', async ({
        page,
        visitor,
      }) => {
        const name = ownName('Les Puits de Kara')
        await signIn(page, 'staff@so-cooperation.demo')
        await page.goto(DESK)
        await expectFits(page)
        await page.getByRole('link', { name: 'Ajouter une structure' }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nouvelle structure')
        await expectFits(page)

        // Three mistakes, and what is right beside them.
        await page.getByLabel('SIREN').fill('123456789')
        await page.getByLabel('Commune').fill('Nulleville-sur-Rien')
        await page.getByLabel('Site internet').fill('pas un site')
        await page.getByRole('heading', { name: 'Ce qu’elle fait' }).click()
        await page.getByLabel('Présentation').fill('Première ligne.\n\nSeconde ligne.')
        await choose(page, 'Secteurs', 'Eau et assainissement', javaScriptEnabled)
        await page.getByRole('button', { name: 'Enregistrer' }).click()
        const refused = page.getByRole('alert')
        await expect(refused).toContainText('5 champs sont à corriger')
        if (javaScriptEnabled) await expect(refused).toBeFocused()
        const faults = {
          Nom: 'Indiquez le nom de la structure.',
          'Type de structure': 'Choisissez un type de structure.',
          SIREN: 'Ce SIREN n’est pas valide',
          Commune: 'Aucune commune ne porte ce nom.',
          'Site internet': 'Cette adresse n’est pas valide',
        }
        for (const [label, fault] of Object.entries(faults)) {
          const field = page.getByLabel(new RegExp(`^${label}`))
          await expect(field).toHaveAttribute('aria-invalid', 'true')
          await expect(field).toHaveAccessibleDescription(new RegExp(fault))
        }
        await expect(page.getByLabel('SIREN')).toHaveValue('123456789')
        await expect(page.getByLabel('Commune')).toHaveValue('Nulleville-sur-Rien')
        await expect(page.getByLabel('Présentation')).toHaveValue('Première ligne.\n\nSeconde ligne.')
        await expectChosen(page, 'Eau et assainissement', javaScriptEnabled)
        await expectFits(page)

        await page.getByLabel('Nom', { exact: true }).fill(name)
        await page.getByLabel('Type de structure').selectOption({ label: 'Association locale' })
        await page.getByLabel('SIREN').fill('')
        await page.getByLabel('Commune').fill('Secondigny (79130)')
        await page.getByLabel('Site internet').fill('www.exemple.fr')
        await page.getByRole('button', { name: 'Enregistrer' }).click()
        await expect(page.getByRole('status')).toContainText('La structure est enregistrée.')
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
        await expectFits(page)

        const publicly = await visitor({ javaScriptEnabled: true })
        const search = `/so-cooperation/annuaire?q=${encodeURIComponent(name)}`
        const listed = publicly.getByRole('link', { name })
        await publicly.goto(search)
        await expect(listed).toHaveCount(0)
        await page.getByRole('button', { name: 'Publier dans l’annuaire' }).click()
        await expect(page.getByRole('status')).toContainText('La fiche est publiée')
        await publicly.goto(search)
        await listed.click()
        await expect(publicly.getByRole('heading', { level: 1 })).toHaveText(name)
        await expect(publicly.getByText('Seconde ligne.', { exact: true })).toBeVisible()
        await expect(publicly.getByText('79130 Secondigny', { exact: true })).toBeVisible()

        await page.getByRole('link', { name: 'Modifier' }).click()
        await expect(page.getByLabel('Commune')).toHaveValue('Secondigny (79130)')
        await page.getByLabel('Sigle').fill('LPK')
        await page.getByRole('button', { name: 'Enregistrer' }).click()
        await expect(page.getByRole('status')).toContainText('Vos modifications sont enregistrées.')
        await publicly.reload()
        await expect(publicly.getByText(/^LPK · /)).toBeVisible()
        await page.getByText('Modifications de la fiche').click()
        const history = page
          .getByRole('list')
          .filter({ hasText: 'Structure créée par' })
          .getByRole('listitem')
        await expect(history.filter({ hasText: 'Sigle' }).first()).toContainText('LPK')

        await page.getByRole('button', { name: 'Retirer de l’annuaire' }).click()
        await expect(page.getByRole('status')).toContainText('La fiche n’est plus dans l’annuaire.')
        expect((await publicly.reload())?.status()).toBe(404)
        await publicly.goto(search)
        await expect(listed).toHaveCount(0)
      })
    })
  }
}
