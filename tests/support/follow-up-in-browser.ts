import type { Page } from '@playwright/test'
import { sure } from './at-both-sizes.ts'
import { expect } from './journey.ts'
import { dayIn } from './jsi-in-browser.ts'

export async function decide(
  staff: Page,
  decision: { outcome: string; amount?: string; reference?: string; comment?: string },
) {
  await staff
    .getByRole('combobox', { name: 'Décision', exact: true })
    .selectOption({ label: decision.outcome })
  if (decision.amount) await staff.getByLabel('Montant accordé').fill(decision.amount)
  await staff.getByLabel('Date de la décision').fill(dayIn(-1))
  await staff.getByLabel('Référence').fill(decision.reference ?? '')
  if (decision.comment) await staff.getByLabel('Motif ou commentaire').fill(decision.comment)
  await staff.getByRole('button', { name: 'Enregistrer la décision' }).click()
  await expect(staff.getByText('La décision est enregistrée')).toBeVisible()
}

export async function sendLetter(staff: Page, letter: string, words: RegExp) {
  await staff.getByLabel('Courrier', { exact: true }).selectOption({ label: letter })
  await staff.getByRole('button', { name: 'Voir le courrier' }).click()
  await expect(staff.getByText(words)).toBeVisible()
  await sure(staff, 'Envoyer')
  await expect(staff.getByText('Le courrier est parti')).toBeVisible()
}

export async function reportDue(staff: Page) {
  await staff.getByLabel('Bilan attendu pour le').fill(dayIn(200))
  await staff
    .getByRole('region', { name: 'Bilan et solde' })
    .getByRole('button', { name: 'Enregistrer' })
    .click()
  await expect(staff.getByText('L’échéance du bilan est enregistrée')).toBeVisible()
}

export async function planPayment(staff: Page, kind: string, amount: string) {
  const money = staff.getByRole('region', { name: 'Argent' })
  const plan = money.getByRole('group').filter({ hasText: 'Prévoir un versement' })
  const amountField = plan.getByLabel('Montant')
  if (!(await amountField.isVisible())) await plan.getByText('Prévoir un versement').click()
  await plan.getByLabel('De quoi s’agit-il').selectOption({ label: kind })
  await amountField.fill(amount)
  await plan.getByRole('button', { name: 'Prévoir' }).click()
  await expect(staff.getByText('Le versement est prévu')).toBeVisible()
}

/** One step of the money's way, noted by who saw it. */
export async function noteStep(page: Page, step: string, told: RegExp) {
  const way = page.getByRole('group').filter({ hasText: step })
  const day = way.getByLabel('Date')
  if (!(await day.isVisible())) await way.getByText(step).first().click()
  await day.fill(dayIn(-1))
  await way.getByRole('button', { name: step }).click()
  await expect(page.getByText(told).last()).toBeVisible()
}

/** Received by the sponsor, then passed on to who carries the project. */
export async function passOn(sponsor: Page, title: string, times: number) {
  await sponsor.getByRole('link', { name: 'Mes parrainages' }).first().click()
  await expect(sponsor.getByText('De l’argent est en chemin').first()).toBeVisible()
  await sponsor.getByRole('link', { name: new RegExp(title) }).click()
  await noteStep(sponsor, 'Noter que l’argent est reçu', /Reçu par la marraine/)
  await noteStep(sponsor, 'Noter que l’argent est reversé', /Reversé à la structure/)
  await expect(sponsor.getByText(/Reversé à la structure/)).toHaveCount(times)
}

/** One's own file, from wherever one is in one's space. */
export async function openOwn(page: Page, title: string) {
  await page.getByRole('link', { name: 'Mes dossiers' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mes dossiers' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: title }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** What the holder tells at the end: who was there, what it cost, what happened. */
export async function sendReport(
  holder: Page,
  people: { group: string; girls: number; boys: number }[],
  spent: Record<string, string>,
) {
  await sure(holder, 'L’action est finie')
  await expect(holder.getByText('l’action est finie. Le bilan s’ouvre')).toBeVisible()
  await holder.getByRole('link', { name: 'Bilan', exact: true }).click()
  await expect(holder.getByRole('heading', { level: 1, name: 'Bilan final' })).toBeVisible()
  for (const { group, girls, boys } of people) {
    await holder.getByLabel(`${group} : Filles`).fill(String(girls))
    await holder.getByLabel(`${group} : Garçons`).fill(String(boys))
    await holder.getByLabel(`${group} : Total annoncé`).fill(String(girls + boys))
  }
  for (const [asked, amount] of Object.entries(spent)) await holder.getByLabel(asked).fill(amount)
  await holder.getByLabel(/Bilan du projet/).fill('Quarante arbres plantés, une seconde visite prévue.')
  await sure(holder, 'Envoyer le bilan')
  await expect(holder.getByText('Le bilan est envoyé à l’équipe')).toBeVisible()
}

export async function settle(staff: Page) {
  await expect(staff.getByText('Tout concorde')).toBeVisible()
  await staff.getByRole('button', { name: 'Solder' }).click()
  await expect(staff.getByText('Le dossier est soldé')).toBeVisible()
}
