import type { Page } from '@playwright/test'
import { obstacles } from '#tests/support/accessibility.ts'
import { publishAtDesk } from '#tests/support/dispositif-at-desk.ts'
import { expect, expectAlive, expectFits, SIZES, test } from '#tests/support/journey.ts'
import { openPathFor } from '#tests/support/outbox.ts'

const NETWORK = 'centraider'
const some = () => Math.random().toString(36).slice(2, 8)

/** Opened, fits and stops nobody. */
async function fine(page: Page) {
  await expectAlive(page)
  await expectFits(page)
  expect(await obstacles(page)).toEqual([])
}

async function picked(page: Page, label: string, text: string) {
  const input = page.getByRole('combobox', { name: label })
  await input.fill(text)
  await page
    .getByRole('option', { name: new RegExp(text) })
    .first()
    .click()
  await input.press('Escape')
}

for (const { name, viewport } of SIZES) {
  test.describe(`An association ${name}`, () => {
    test.use({ viewport })

    test('deposits an incubator file from the public page to the receipt', async ({ page, visitor }) => {
      test.setTimeout(180_000)
      const code = `I${some()}`.toUpperCase()
      const path = await publishAtDesk(page, NETWORK, {
        ...{ code, name: `Incubateur ${code}`, model: 'incubator', intake: 'here', steps: 'instruction' },
      })
      const holder = await visitor()
      await holder.goto(path)
      await holder.getByRole('link', { name: 'Déposer un dossier' }).click()
      await expect(holder.getByRole('heading', { level: 1 })).toContainText('Déposer un dossier')
      await fine(holder)
      const email = `porteuse.${some()}@essai.example`
      await holder.getByLabel('Votre adresse électronique').fill(email)
      await holder.getByLabel('Votre nom').fill('Dominique Essai')
      await holder.getByLabel('Nom de la structure').fill('Les Jardins d’essai')
      // A form that is filled at once is a program's.
      await expect(async () => {
        await holder.getByRole('button', { name: 'Recevoir le lien' }).click()
        await expect(holder.getByRole('heading', { name: 'Ouvrez votre courrier' })).toBeVisible({
          timeout: 1500,
        })
      }).toPass()
      await openPathFor(holder, email, 'Votre dossier vous attend')
      await holder.getByRole('button', { name: 'Commencer mon dossier' }).click()
      await expect(holder.getByRole('heading', { level: 1, name: 'Remplir le dossier' })).toBeVisible()
      await fine(holder)

      const field = (key: string) => holder.locator(`[name="f.${key}"]`)
      await field('title').fill('Un potager à Ouidah')
      await expect(holder.getByText(/Enregistré à/)).toBeVisible()
      const saved = holder.waitForResponse(
        (one) => one.url().endsWith('/enregistrer') && one.request().method() === 'POST',
      )
      await field('summary').fill('Des lycéens d’ici et de là-bas cultivent ensemble.')
      expect((await saved).status()).toBe(200)
      await holder.reload()
      await expectAlive(holder)
      await expect(field('title')).toHaveValue('Un potager à Ouidah')
      await expect(field('summary')).toHaveValue('Des lycéens d’ici et de là-bas cultivent ensemble.')
      // The server is gone for a while: what is typed waits here, and is offered again.
      await holder.route('**/enregistrer', (route) => route.abort('aborted'))
      await field('territory').fill('Ouidah, gardé ici')
      await expect(holder.getByText('Non enregistré')).toBeVisible()
      await holder.reload()
      await holder.unroute('**/enregistrer')
      await expect(field('territory')).toHaveValue('')
      await holder.getByRole('button', { name: 'La reprendre', exact: true }).click()
      await expect(field('territory')).toHaveValue('Ouidah, gardé ici')
      await holder.getByRole('button', { name: 'Vérifier avant de déposer' }).click()
      await expect(holder.getByRole('heading', { level: 2, name: 'Ce qui manque' })).toBeVisible()
      await expect(holder.getByText('Le dossier pourra être déposé quand')).toBeVisible()
      await fine(holder)

      await holder.getByRole('main').getByRole('link', { name: 'Remplir le dossier' }).click()
      await expectAlive(holder)
      await holder.getByLabel('Une idée à préciser').check()
      await picked(holder, 'Pays concernés', 'Bénin')
      await picked(holder, 'Thématiques', 'Éducation')
      await picked(holder, 'Objectifs de développement durable', 'Faim')
      await field('seat.label').fill('Tours (37000)')
      for (const key of ['need', 'answer', 'people', 'change', 'team'])
        await field(key).fill('Une réponse d’essai, qui dit l’essentiel.')
      await holder.getByLabel('Trouver ou consolider des partenaires').check()
      await holder.locator('[name="f.available"]').first().check()
      for (const key of ['is_joint']) await holder.locator(`[name="f.${key}"]`).last().check()
      await holder.getByRole('button', { name: 'Enregistrer', exact: true }).click()
      await expect(holder.getByText(/Enregistré à/)).toBeVisible()
      await holder.getByRole('link', { name: 'Joindre ou retirer des pièces' }).click()
      const statutes = holder.getByRole('region', { name: /Statuts/ })
      await statutes.getByLabel('Ajouter un fichier').setInputFiles({
        ...{ name: 'statuts.txt', mimeType: 'text/plain' },
        buffer: Buffer.from('Statuts de l’association d’essai.'),
      })
      await statutes.getByRole('button', { name: 'Joindre le fichier' }).click()
      await expect(holder.getByText('Le fichier est joint.')).toBeVisible()
      await fine(holder)

      await holder.goto(`${holder.url().split('/pieces')[0]}/verifier`)
      await expect(holder.getByText('Toutes les réponses attendues sont là.')).toBeVisible()
      await expectAlive(holder)
      await holder.getByRole('button', { name: 'Déposer le dossier' }).click()
      await holder.getByRole('dialog').getByRole('button', { name: 'Déposer le dossier' }).click()
      await expect(holder.getByText('Votre dossier est reçu.')).toBeVisible()
      await fine(holder)
      const download = holder.waitForEvent('download')
      await holder.getByRole('link', { name: 'Accusé de réception (PDF)' }).click()
      expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
      await holder.goto(`/${NETWORK}/espace/dossiers`)
      await expect(holder.getByRole('link', { name: 'Un potager à Ouidah' })).toBeVisible()
      await fine(holder)
    })
  })
}
