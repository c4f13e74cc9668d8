import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { obstacles } from '#tests/support/accessibility.ts'
import { expect, expectAlive, expectFits, SIZES, test } from '#tests/support/journey.ts'
import { ownName, signIn } from '#tests/support/signed-in.ts'

const DESK = '/so-cooperation/bureau'
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')

async function check(page: Page, what: string) {
  expect.soft(await obstacles(page), what).toEqual([])
  await expectFits(page)
}

async function aRecord(page: Page) {
  await page.goto(`${DESK}/structures/nouvelle`)
  await page.getByLabel('Nom', { exact: true }).fill(ownName('Les Archives'))
  await page.getByLabel('Type de structure').selectOption({ label: 'Association locale' })
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('status')).toContainText('enregistrée')
}

for (const { name: size, viewport } of SIZES) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${size}, ${javaScriptEnabled ? 'with' : 'without'} script`, () => {
      test.use({ viewport, javaScriptEnabled })

      test('a document is joined to a record, opened and taken off; a drawing is refused', async ({
        page,
      }) => {
        await signIn(page, 'staff@so-cooperation.demo')
        await aRecord(page)
        await page.getByLabel('Ajouter un fichier').setInputFiles({
          name: 'Logo.svg',
          mimeType: 'image/svg+xml',
          buffer: SVG,
        })
        await page.getByRole('button', { name: 'Joindre le fichier' }).click()
        await expect(page.getByLabel('Ajouter un fichier')).toHaveAccessibleDescription(/dessin SVG/)
        await expectFits(page)
        await page.getByLabel('Ajouter un fichier').setInputFiles({
          name: 'Statuts.pdf',
          mimeType: 'application/pdf',
          buffer: PDF,
        })
        await page.getByRole('button', { name: 'Joindre le fichier' }).click()
        await expect(page.getByRole('status')).toContainText('Le fichier est joint à la fiche.')
        const link = page.getByRole('link', { name: 'Statuts.pdf' })
        const file = await page.request.get((await link.getAttribute('href'))!)
        expect(await file.body()).toEqual(PDF)
        await expectFits(page)
        await page.getByRole('button', { name: 'Retirer Statuts.pdf' }).click()
        await expect(page.getByRole('status')).toContainText('Le fichier est retiré de la fiche.')
        await expect(link).toHaveCount(0)
      })

      test('every organisation is exported while the person looks elsewhere', async ({ page }) => {
        const purpose = ownName('Bilan de l’année')
        await signIn(page, 'staff@so-cooperation.demo')
        await page.goto(`${DESK}/structures`)
        await page.getByRole('link', { name: 'Exporter', exact: true }).click()
        await page.getByRole('button', { name: 'Préparer la liste' }).click()
        await expect(page.getByLabel('À quoi servira cette liste ?')).toHaveAccessibleDescription(
          /quelques mots/i,
        )
        await page.getByLabel('À quoi servira cette liste ?').fill(purpose)
        await page.getByLabel('Format', { exact: true }).selectOption('csv')
        await page.getByRole('button', { name: 'Préparer la liste' }).click()
        await page.waitForURL(/\/demandes-de-listes\/[0-9a-f-]+$/)
        await page.goto(`${DESK}/demandes-de-listes`)
        await page.getByRole('link', { name: purpose }).click()
        const open = page.getByRole('link', { name: 'Télécharger', exact: true })
        if (!javaScriptEnabled) {
          await expect(async () => {
            const refresh = page.getByRole('link', { name: 'Actualiser' })
            if (await refresh.count()) await refresh.click()
            expect(await open.count()).toBe(1)
          }).toPass()
        }
        const [download] = await Promise.all([page.waitForEvent('download'), open.click()])
        expect(download.suggestedFilename()).toMatch(/^structures-so-cooperation-.*\.csv$/)
        expect(readFileSync((await download.path())!, 'utf8')).toMatch(/^\uFEFFNom;/)
      })
    })
  }

  for (const lng of ['fr', 'en']) {
    test.describe(`${size}, in ${lng === 'fr' ? 'French' : 'English'}`, () => {
      test.use({ viewport })
      test('the pages of upkeep can be used by everyone', async ({ page }) => {
        await signIn(page, 'admin@so-cooperation.demo')
        for (const path of ['travaux', 'taches', 'journal', 'service', 'demandes-de-listes/nouvelle']) {
          await page.goto(`${DESK}/${path}?lng=${lng}`)
          await expectAlive(page)
          await check(page, path)
        }
        await page.goto(`${DESK}/structures?q=elavagnon&lng=${lng}`)
        await page
          .getByRole('link', { name: /Elavagnon/ })
          .first()
          .click()
        await page.waitForURL(/structures\/[0-9a-f-]+$/)
        await page.goto(`${page.url()}/pieces?lng=${lng}`)
        await expectAlive(page)
        await check(page, 'attachments')
      })
    })
  }
}
