import type { Page } from '@playwright/test'
import { obstacles } from '#tests/support/accessibility.ts'
import { expect, expectAlive, expectFits, SIZES, test } from '#tests/support/journey.ts'
import { ownName, signIn } from '#tests/support/signed-in.ts'

const DESK = '/so-cooperation/bureau/dispositifs'

/** A dispositif made from the ready model and a session of it, through the forms of the desk. */
async function aSession(page: Page, code: string) {
  const send = async (path: string, form: Record<string, string>) => {
    const answer = await page.request.post(path, { form, maxRedirects: 0 })
    expect(answer.status()).toBe(302)
    return answer.headers().location!.split('?')[0]!
  }
  const dispositif = await send(`${DESK}/nouveau?modele=isi`, { code, name: code, intake: 'elsewhere' })
  const session = await send(`${dispositif}/sessions/nouvelle`, {
    ...{ name: 'Session du parcours', year: '2026', timeZone: 'Europe/Paris', jury: 'grid' },
    ...{ opensAt: '2026-01-05T08:00', closesAt: '2026-12-31T23:59', retentionMonths: '60', envelope: '' },
  })
  return { dispositif, session }
}

const usable = async (page: Page, what: string) => {
  await expectAlive(page)
  expect.soft(await obstacles(page), what).toEqual([])
  await expectFits(page)
}

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport })

    test('a spreadsheet of the platform becomes dossiers, and its next version asks nothing', async ({
      page,
    }) => {
      test.slow()
      await signIn(page, 'staff@so-cooperation.demo')
      const { session } = await aSession(page, ownName('IMP'))
      const unknown = ownName('Inconnue')
      const file = (title: string) => ({
        name: 'session.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          `N° dossier;Statut;Porteur;Intitulé du projet;Pays\nA-1;Déposé;ACAMO;${title};Togo\nA-2;Déposé;${unknown};Un autre;Bénin\n`,
        ),
      })
      await page.goto(`${session}/importer`)
      await usable(page, 'imports')
      await page.getByLabel('Fichier').setInputFiles(file('Un verger'))
      await page.getByRole('button', { name: 'Envoyer le fichier' }).click()
      await page.getByRole('link', { name: 'Indiquer le contenu des colonnes' }).click()
      await usable(page, 'columns')
      await page.getByRole('button', { name: 'Vérifier les lignes' }).click()
      await expect(page.getByRole('heading', { name: 'Ce que fera ce fichier' })).toBeVisible()
      await usable(page, 'checked')
      await page.getByLabel('Porteur de la ligne 3').selectOption('create')
      await page.getByRole('button', { name: 'Enregistrer ces choix' }).click()
      await expect(page.getByText('Vos choix sont retenus')).toBeVisible()
      await page.getByRole('button', { name: 'Écrire les dossiers' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Écrire les dossiers' }).click()
      await expect(page.getByText('Les dossiers sont écrits')).toBeVisible()
      await usable(page, 'written')
      await page.getByRole('link', { name: 'Voir la session' }).click()
      await expect(page.getByRole('link', { name: 'Un verger' })).toBeVisible()
      await page.goto(`${session}/importer`)
      await page.getByLabel('Fichier').setInputFiles(file('Un verger et un puits'))
      await page.getByRole('button', { name: 'Envoyer le fichier' }).click()
      await expect(page.getByText('Les colonnes ont été reconnues')).toBeVisible()
      await expect(page.getByText('Un verger et un puits')).toBeVisible()
      await usable(page, 'again')
    })

    test('a form is opened to changes, completed with the keyboard alone, and published', async ({
      page,
    }) => {
      test.slow()
      await signIn(page, 'staff@so-cooperation.demo')
      const { dispositif } = await aSession(page, ownName('PER'))
      await page.goto(`${dispositif}/personnaliser`)
      await usable(page, 'locked')
      await page.getByRole('button', { name: 'Personnaliser', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Personnaliser' }).click()
      await expect(page.getByText('Ce dispositif est maintenant à vous')).toBeVisible()
      await usable(page, 'opened')
      await page.getByRole('link', { name: 'Modifier le formulaire' }).click()
      await usable(page, 'builder')
      const title = page.getByLabel('Titre d’une nouvelle rubrique')
      await title.fill('Après le projet')
      await title.press('Enter')
      await expect(page.getByRole('heading', { name: 'Après le projet', level: 3 })).toBeVisible()
      await expect(page.getByText('Mettez au moins un champ dans cette rubrique')).toBeVisible()
      const section = page.locator('#apres_le_projet')
      await section.getByText('Ajouter une question dans').press('Enter')
      await section.getByLabel('Question', { exact: true }).fill('Et ensuite ?')
      await section.getByLabel('Type de réponse').selectOption('long_text')
      await section.getByRole('button', { name: 'Ajouter', exact: true }).press('Enter')
      await expect(page.getByRole('heading', { name: 'Modifier : Et ensuite ?' })).toBeVisible()
      await usable(page, 'field')
      await page.getByLabel('Réponse obligatoire').check()
      await page.getByRole('button', { name: 'Enregistrer', exact: true }).press('Enter')
      await expect(page.getByText('Le brouillon est enregistré')).toBeVisible()
      await expect(page.getByText('Et ensuite ? : nouvelle question')).toBeVisible()
      await page.getByRole('button', { name: 'Publier cette version' }).press('Enter')
      await page.getByRole('dialog').getByRole('button', { name: 'Publier cette version' }).press('Enter')
      await expect(page.getByText('La version est publiée')).toBeVisible()
      await page.goto(`${dispositif}/personnaliser/regles?nouvelle=budget_share`)
      await usable(page, 'rules')
      await page.goto(`${dispositif}/personnaliser/grille`)
      await usable(page, 'grid')
    })
  })
}
