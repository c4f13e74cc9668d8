import type { Page } from '@playwright/test'
import { pick, sure, usable } from './at-both-sizes.ts'
import { openOwn } from './follow-up-in-browser.ts'
import { expect, expectAlive } from './journey.ts'
import { attach } from './jsi-in-browser.ts'
import { openPathFor } from './outbox.ts'

/** From the public page to one's own draft, by e-mail: no password, no account to make first. */
export async function startByMail(visitor: Page, who: { email: string; name: string; organisation: string }) {
  await visitor.getByRole('link', { name: 'Déposer un dossier' }).first().click()
  await expect(visitor.getByRole('heading', { level: 1 })).toContainText('Déposer un dossier')
  await usable(visitor, 'start')
  await visitor.getByLabel('Votre adresse électronique').fill(who.email)
  await visitor.getByLabel('Votre nom').fill(who.name)
  await visitor.getByLabel('Nom de la structure').fill(who.organisation)
  // A form that is filled at once is a program's.
  await expect(async () => {
    await visitor.getByRole('button', { name: 'Recevoir le lien' }).click()
    await expect(visitor.getByRole('heading', { name: 'Ouvrez votre courrier' })).toBeVisible({
      timeout: 3000,
    })
  }).toPass()
  await openPathFor(visitor, who.email, 'Votre dossier vous attend')
  await visitor.getByRole('button', { name: 'Commencer mon dossier' }).click()
  await expect(visitor.getByRole('heading', { level: 1, name: 'Remplir le dossier' })).toBeVisible()
}

/** A second person writes the same file, invited by the first. */
export async function inviteColleague(holder: Page, colleague: Page, email: string, name: string) {
  await holder.getByRole('button', { name: 'Enregistrer et quitter' }).click()
  await holder.getByRole('link', { name: 'Inviter ou retirer quelqu’un' }).click()
  await expectAlive(holder)
  await holder.getByRole('textbox', { name: /adresse/i }).fill(email)
  await holder.getByRole('textbox', { name: /nom/i }).fill(name)
  await holder.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await expect(holder.getByText('L’invitation est partie')).toBeVisible()
  await usable(holder, 'editors')
  await openPathFor(colleague, email, 'Invitation à écrire le dossier')
  await colleague.getByRole('button', { name: 'Rejoindre le dossier' }).click()
  await expect(colleague.getByRole('heading', { level: 1, name: 'Remplir le dossier' })).toBeVisible()
  await expectAlive(colleague)
}

const field = (page: Page, key: string) => page.locator(`[name="f.${key}"]`)

/** The project, by one; what it is for and who is in the team, by the other. */
export async function fillTogether(holder: Page, colleague: Page, title: string) {
  await field(colleague, 'need').fill('Les lycéens demandent un potager.')
  await field(colleague, 'answer').fill('Un potager et un compost, ici et là-bas.')
  for (const key of ['people', 'change', 'team'])
    await field(colleague, key).fill('Une réponse d’essai, qui dit l’essentiel.')
  await colleague.getByRole('button', { name: 'Enregistrer et quitter' }).click()
  await expect(colleague.getByText('Vos réponses sont enregistrées')).toBeVisible()

  await openOwn(holder, title)
  await holder.getByRole('main').getByRole('link', { name: 'Remplir le dossier' }).click()
  await expect(holder.getByRole('heading', { level: 1, name: 'Remplir le dossier' })).toBeVisible()
  await expectAlive(holder)
  await expect(field(holder, 'need')).toHaveValue('Les lycéens demandent un potager.')
  // What was typed just before one left by the button did arrive.
  await expect(holder.getByText('n’est pas arrivée jusqu’ici')).toHaveCount(0)
  await field(holder, 'summary').fill('Des lycéens d’ici et de là-bas cultivent ensemble.')
  await holder.getByLabel('Une idée à préciser').check()
  await pick(holder, 'Pays concernés', 'Bénin')
  await pick(holder, 'Thématiques', 'Éducation')
  await pick(holder, 'Objectifs de développement durable', 'Faim')
  await field(holder, 'seat.label').fill('Tours (37000)')
  await holder.getByLabel('Trouver ou consolider des partenaires').check()
  await field(holder, 'available').first().check()
  await field(holder, 'is_joint').last().check()
  await holder.getByRole('button', { name: 'Enregistrer et quitter' }).click()
  await expect(holder.getByText('Vos réponses sont enregistrées')).toBeVisible()
  await holder.getByRole('link', { name: 'Joindre ou retirer des pièces' }).click()
  await attach(holder, 'Statuts')
}

/** What is missing is said before, and a receipt is given after. */
export async function deposit(holder: Page, title: string) {
  await openOwn(holder, title)
  await holder.getByRole('link', { name: 'Vérifier avant de déposer' }).click()
  await expect(holder.getByText('Toutes les réponses attendues sont là.')).toBeVisible()
  await usable(holder, 'check')
  await sure(holder, 'Déposer le dossier')
  await expect(holder.getByText('Votre dossier est reçu.')).toBeVisible()
  await usable(holder, 'deposited')
  const download = holder.waitForEvent('download')
  await holder.getByRole('link', { name: 'Accusé de réception (PDF)' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
}

/** One answer is asked again, with words and a day; only that answer opens. */
export async function askAgain(staff: Page, asked: { field: string; why: string; due: string }) {
  await staff.getByText('Demander une correction').click()
  await staff.getByRole('checkbox', { name: asked.field, exact: true }).check()
  await staff.getByLabel('Ce que vous attendez').fill(asked.why)
  await staff.getByLabel('Au plus tard le').fill(asked.due)
  await staff.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(staff.getByText('La demande est partie')).toBeVisible()
}

export async function answerAgain(holder: Page, key: string, words: string) {
  await holder.getByRole('link', { name: 'Corriger le dossier' }).first().click()
  await expectAlive(holder)
  await expect(field(holder, 'answer')).toHaveCount(0)
  await usable(holder, 'correction')
  await field(holder, key).fill(words)
  await holder.getByLabel('Un mot pour l’équipe').fill('C’est précisé, merci.')
  await sure(holder, 'Envoyer mes corrections')
  await expect(holder.getByText('Vos corrections sont envoyées')).toBeVisible()
}
