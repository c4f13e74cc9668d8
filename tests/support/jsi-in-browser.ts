import type { Page } from '@playwright/test'
import { pick, sure, usable } from './at-both-sizes.ts'
import { expect, expectAlive } from './journey.ts'
import { openPathFor } from './outbox.ts'
import { PDF } from './sample-files.ts'

const DAY = 86_400_000
export const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)
const inFrench = (day: string) => day.split('-').reverse().join('/')

const HEADINGS = [
  ...['N° dossier', 'Statut', 'Déposé le', 'Porteur', 'Association marraine', 'Intitulé du projet'],
  ...['Résumé', 'Pays', 'Date début', 'Date fin', 'Montant demandé', 'Filles françaises', 'Garçons français'],
  ...['Jeunes français', 'Filles étrangères', 'Garçons étrangers', 'Jeunes étrangers', 'Age min', 'Age max'],
  'Jours action',
]
export type Imported = { number: string; holder: string; sponsor: string; title: string; asked: string }

/** The funder's spreadsheet, as its platform gives it. */
const table = (lines: Imported[]) =>
  [
    HEADINGS,
    ...lines.map(({ number, holder, sponsor, title, asked }) => [
      ...[number, 'Complet', inFrench(dayIn(-3)), holder, sponsor, title, 'Deux groupes de jeunes.'],
      ...['Côte d’Ivoire', inFrench(dayIn(60)), inFrench(dayIn(76)), asked, '5', '5', '10'],
      ...['6', '4', '10', '16', '22', '12'],
    ]),
  ]
    .map((cells) => cells.join(';'))
    .join('\n')

export async function openSession(staff: Page, name: string, envelope: string, jury?: string) {
  await staff.getByRole('link', { name: 'Ouvrir une session' }).click()
  await staff.getByLabel('Nom de la session').fill(name)
  await staff.getByLabel('Année').fill(dayIn(60).slice(0, 4))
  await staff.getByLabel('Ouverture du dépôt').fill(`${dayIn(-5)}T08:00`)
  await staff.getByLabel('Clôture du dépôt').fill(`${dayIn(20)}T23:59`)
  await staff.getByLabel('Actions à partir du').fill(dayIn(40))
  await staff.getByLabel('Actions jusqu’au').fill(dayIn(300))
  await staff.getByLabel('Enveloppe').fill(envelope)
  if (jury) await staff.getByLabel('Jury', { exact: true }).selectOption({ label: jury })
  await staff.getByRole('button', { name: 'Ouvrir la session' }).click()
  await expect(staff.getByText('La session est ouverte')).toBeVisible()
  await staff.getByRole('button', { name: 'Publier la session' }).click()
  await expect(staff.getByText('La session est annoncée')).toBeVisible()
  return new URL(staff.url()).pathname
}

/** The spreadsheet, then one PDF for each of its files. */
export async function importSession(staff: Page, lines: Imported[]) {
  await staff.getByRole('link', { name: 'Importer', exact: true }).first().click()
  await expectAlive(staff)
  await staff.getByLabel('Fichier').setInputFiles({
    ...{ name: 'jsi.csv', mimeType: 'text/csv', buffer: Buffer.from(table(lines)) },
  })
  await staff.getByRole('button', { name: 'Envoyer le fichier' }).click()
  // The columns of the first file are said once for all.
  const columns = staff.getByRole('link', { name: 'Indiquer le contenu des colonnes' })
  const write = staff.getByRole('button', { name: 'Écrire les dossiers' })
  await expect(columns.or(write)).toBeVisible({ timeout: 30_000 })
  if (await columns.isVisible()) {
    await columns.click()
    await staff.getByRole('button', { name: 'Vérifier les lignes' }).click()
  }
  await expect(write).toBeVisible({ timeout: 30_000 })
  await sure(staff, 'Écrire les dossiers')
  await expect(staff.getByText('Les dossiers sont écrits')).toBeVisible({ timeout: 30_000 })
  await staff.getByRole('link', { name: 'Voir la session' }).click()
  await staff.getByRole('link', { name: 'Importer', exact: true }).click()
  await staff.getByRole('link', { name: 'Recevoir des PDF' }).click()
  await expectAlive(staff)
  const papers = lines.map(({ number }) => ({
    ...{ name: `dossier ${number}.pdf`, mimeType: 'application/pdf', buffer: PDF },
  }))
  await staff.getByLabel('PDF ou ZIP').setInputFiles(papers)
  await staff.getByRole('button', { name: 'Envoyer', exact: true }).click()
  await expect(staff.getByText(`${lines.length} PDF ont rejoint leur dossier`)).toBeVisible()
}

/** A file written here for its holder, before it is deposited. */
export async function enterDraft(staff: Page, said: { title: string; holder: string; sponsor: string }) {
  await staff.getByRole('link', { name: 'Saisir un dossier' }).first().click()
  await expectAlive(staff)
  await pick(staff, 'Porteurs', said.holder)
  await staff.getByLabel('Il est déjà déposé').uncheck()
  await staff.getByLabel('Titre du projet').fill(said.title)
  await staff.getByLabel('Votre marraine').fill(said.sponsor)
  await staff.getByRole('button', { name: 'Enregistrer le dossier' }).click()
  await expect(staff.getByRole('heading', { level: 1, name: said.title })).toBeVisible()
}

/** The sponsor's right to answer for files, and the person who does it for the organisation. */
export async function accredit(staff: Page, sponsor: string, email: string) {
  await staff.getByRole('link', { name: 'Marraines', exact: true }).click()
  await staff.getByRole('link', { name: 'Enregistrer un agrément' }).first().click()
  await expectAlive(staff)
  await pick(staff, 'Association', sponsor)
  await staff.getByLabel('Pour', { exact: true }).selectOption('JSI')
  await staff.getByLabel('À partir du').fill(dayIn(-200))
  await staff.getByLabel('Jusqu’au').fill(dayIn(600))
  await staff.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(staff.getByText('L’agrément est enregistré')).toBeVisible()
  await staff.getByLabel('Adresse électronique de la personne').fill(email)
  await staff.getByRole('button', { name: 'Inviter' }).click()
  await expect(staff.getByText('L’invitation est partie')).toBeVisible()
}

export async function inviteHolder(staff: Page, email: string, name: string) {
  await tab(staff, 'Porteur et corrections')
  const form = staff.getByRole('region', { name: 'Qui écrit pour le porteur' })
  await form.getByRole('textbox', { name: /adresse électronique/i }).fill(email)
  await form.getByRole('textbox', { name: /nom/i }).fill(name)
  await form.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await expect(staff.getByText('L’invitation est partie')).toBeVisible()
}

export const tab = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: /^Pages/ })
    .getByRole('link', { name, exact: true })
    .click()

/** The holder comes in by the mail and adds what the platform's spreadsheet did not say. */
export async function completeFile(holder: Page, email: string) {
  await openPathFor(holder, email, 'À confirmer et à compléter')
  await holder.getByRole('button', { name: 'Rejoindre le dossier' }).click()
  await expect(holder.getByRole('heading', { level: 1, name: 'Remplir le dossier' })).toBeVisible()
  await usable(holder, 'holder-form')
  const field = (key: string) => holder.locator(`[name="f.${key}"]`)
  await holder.getByLabel('Départ : le groupe français').check()
  await field('locality').fill('Jacqueville')
  await pick(holder, 'Thématiques', 'Agri')
  await field('seat.label').fill('Tours (37000)')
  await field('contact_name').fill('Ama Exemple')
  await field('contact_email').fill(email)
  for (const key of ['need', 'action', 'exchange', 'role', 'prepared', 'safety', 'feedback'])
    await field(key).fill('Les jeunes des deux groupes l’ont écrit ensemble.')
  await field('minors').last().check()
  await field('supervisors').fill('3')
  await holder.getByLabel('Partenaire 1 : Nom').fill('Jeunes de Jacqueville')
  await holder.getByLabel('Partenaire 1 : Type').selectOption({ label: 'Association' })
  await holder.getByLabel('Partenaire 1 : Ville').fill('Jacqueville')
  await holder.getByLabel('Partenaire 1 : Pays').selectOption({ label: 'Côte d’Ivoire' })
  await holder.getByLabel('Partenaire 1 : Rôle dans le projet').fill('Accueille le groupe')
  await line(holder, 'Dépense 1', 'poste', 'Transport international', '9 000')
  await line(holder, 'Dépense 2', 'poste', 'Restauration', '4 000')
  await line(holder, 'Recette 1', 'financeur', 'Subvention demandée ici', '6 000')
  await line(holder, 'Recette 2', 'financeur', 'Participation des jeunes', '7 000')
  // At once, while what was typed is still being saved by itself: nobody else wrote.
  await holder.getByRole('button', { name: 'Enregistrer et quitter' }).click()
  await expect(holder.getByText('Vos réponses sont enregistrées')).toBeVisible()
  await holder.getByRole('link', { name: 'Inviter ou retirer quelqu’un' }).waitFor()
  await expect(holder.getByRole('row', { name: 'Participation des jeunes' })).toContainText('7 000')
  await holder.getByRole('link', { name: 'Joindre ou retirer des pièces' }).click()
  for (const name of [
    'Convention de parrainage signée',
    'Engagement du partenaire',
    'Budget prévisionnel signé',
  ])
    await attach(holder, name)
}

export async function line(page: Page, name: string, choice: string, label: string, amount: string) {
  await page.getByLabel(`${name} : ${choice}`).selectOption({ label })
  await page.getByLabel(`${name} : Montant en euros`).fill(amount)
}

export async function attach(page: Page, asked: string) {
  const piece = page.getByRole('region', { name: new RegExp(asked) })
  const name = `${asked}.txt`
  await piece.getByLabel('Ajouter un fichier').setInputFiles({
    ...{ name, mimeType: 'text/plain', buffer: Buffer.from(`Signé : ${asked}`) },
  })
  await piece.getByRole('button', { name: 'Joindre le fichier' }).click()
  await expect(piece.getByRole('link', { name })).toBeVisible()
}
