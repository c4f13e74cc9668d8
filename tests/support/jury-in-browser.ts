import type { Page } from '@playwright/test'
import { sure, usable } from './at-both-sizes.ts'
import { expect, type Visitor } from './journey.ts'
import { openPathFor } from './outbox.ts'

const INSTRUCTION = '/so-cooperation/espace/instruction'

/** Nobody else's in this run. */
export const OWN = Math.random().toString(36).slice(2, 7)
export const fullName = (name: string) => `${name} Exemple ${OWN}`

/** Staff adds somebody to the pool, who comes in by the mail. */
export async function joinPool(
  staff: Page,
  visitor: Visitor,
  { name, email, from }: { name: string; email: string; from?: string },
): Promise<Page> {
  await staff.getByRole('link', { name: 'Ajouter une personne' }).click()
  await staff.getByLabel('Nom', { exact: true }).fill(fullName(name))
  await staff.getByLabel('Adresse électronique').fill(email)
  if (from) {
    const field = staff.getByRole('combobox', { name: 'Structure', exact: true })
    await field.pressSequentially(from)
    await staff.getByRole('option', { name: from }).first().click()
    await field.press('Escape')
  }
  await staff.getByRole('button', { name: 'Ajouter et inviter' }).click()
  await expect(staff.getByText('La personne est dans le vivier')).toBeVisible()
  const page = await visitor()
  await comeIn(page, email, fullName(name))
  return page
}

/** Accepts an invitation of the network, from the mail to one's own space. */
export async function comeIn(page: Page, email: string, name: string) {
  await openPathFor(page, email, 'vous invite')
  await page.getByLabel('Votre nom').fill(name)
  await page.getByRole('button', { name: 'Accepter l’invitation' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Bonjour' })).toBeVisible()
}

export async function declareNoTie(page: Page) {
  await page.getByRole('link', { name: 'Mon instruction' }).first().click()
  await page.getByRole('link', { name: 'Déclarer mes liens' }).click()
  await page.getByLabel('Je n’ai aucun lien').check()
  await page.getByRole('button', { name: 'Déclarer' }).click()
  await expect(page.getByText('vos liens sont déclarés')).toBeVisible()
}

/** Opens a file of one's own list. */
export async function readFile(page: Page, title: string | RegExp) {
  await page.goto(INSTRUCTION)
  await page.getByRole('main').getByRole('link', { name: title }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

export async function recuse(page: Page, title: string | RegExp) {
  await readFile(page, title)
  await sure(page, 'Me déporter')
  await expect(page.getByText('Vous êtes déporté de ce dossier')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: title })).toHaveCount(0)
}

/** Hands in an opinion on everything one was given, each mark at the same level. */
export async function reviewAll(page: Page, level: number) {
  const left = page.getByRole('listitem').filter({ hasText: 'À lire' }).getByRole('link')
  await page.goto(INSTRUCTION)
  await expect(page.getByRole('heading', { level: 1, name: 'Mon instruction' })).toBeVisible()
  for (let more = await left.count(); more > 0; more--) {
    await expect(left).toHaveCount(more)
    await left.first().click()
    await expect(page.getByRole('heading', { level: 2, name: 'Mon avis' })).toBeVisible()
    for (const field of await page.getByRole('textbox', { name: /Note sur/ }).all())
      await field.fill(String(level))
    for (const field of await page.getByRole('textbox', { name: /Pourquoi cette note/ }).all())
      await field.fill('C’est dit dans le dossier.')
    await page.getByLabel('Favorable', { exact: true }).check()
    await page.getByRole('button', { name: 'Remettre mon avis' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remettre mon avis' }).click()
    await expect(page.getByText('Votre avis est remis')).toBeVisible()
    await page.goto(INSTRUCTION)
  }
  await expect(left).toHaveCount(0)
}

/** The reading of a session's files, asked for by its button and done by the worker. */
export async function distribute(staff: Page, session: string) {
  await staff.getByRole('button', { name: 'Répartir les dossiers' }).click()
  await expect(staff.getByText('Les dossiers sont répartis')).toBeVisible({ timeout: 60_000 })
  await expect(staff).toHaveURL(new RegExp(`${session.split('/').at(-1)}/instruction`))
}

export type Said = {
  title: string
  opinion: string
  reasons: string
  amount?: string
  condition?: { text: string; due: string }
}

/** What the jury says of the file it has before it; nothing of the file before may be left in the form. */
export async function giveOpinion(staff: Page, said: Said) {
  await expect(staff.getByRole('heading', { level: 1, name: said.title })).toBeVisible()
  await expect(staff.getByLabel('Montant proposé')).toHaveValue('')
  await expect(staff.getByLabel('Réserve 1', { exact: true })).toHaveValue('')
  await staff.getByLabel(said.opinion, { exact: true }).check()
  if (said.amount) await staff.getByLabel('Montant proposé').fill(said.amount)
  await staff.getByLabel('Motifs').fill(said.reasons)
  if (said.condition) {
    await staff.getByLabel('Réserve 1', { exact: true }).fill(said.condition.text)
    await staff.getByLabel('Échéance de la réserve 1').fill(said.condition.due)
  }
  await usable(staff, `item-${said.title}`)
  await staff
    .getByRole('button', { name: /^Noter/ })
    .first()
    .click()
}

/** Plans a sitting of this session with its readers and a guest, who are all there. */
export async function planSitting(
  staff: Page,
  sitting: {
    name: string
    on: string
    session: string
    members: string[]
    chair: string
    guest: string
    quorum?: string
  },
) {
  await staff.getByRole('link', { name: 'Jurys' }).first().click()
  await staff.getByRole('link', { name: 'Prévoir un jury' }).click()
  await staff.getByLabel('Nom du jury').fill(sitting.name)
  await staff.getByLabel('Jour et heure').fill(sitting.on)
  await staff.getByLabel('Lieu').fill('Maison des associations, Bordeaux')
  await staff.getByLabel(sitting.session).check()
  for (const name of sitting.members) await staff.getByRole('checkbox', { name: new RegExp(name) }).check()
  await staff.getByLabel('Autres membres').fill(`${sitting.guest}, Région`)
  await staff.getByLabel('Qui préside').selectOption({ label: sitting.chair })
  if (sitting.quorum) await staff.getByLabel('Quorum').fill(sitting.quorum)
  const plan = staff.getByRole('button', { name: 'Prévoir un jury' })
  await plan.click()
  // A Sunday or a holiday is asked about once.
  const warned = staff.getByText('si c’est voulu')
  const planned = staff.getByText('Le jury est prévu')
  await expect(warned.or(planned)).toBeVisible()
  if (await warned.isVisible()) await staff.getByRole('button', { name: 'Confirmer quand même' }).click()
  await expect(planned).toBeVisible()
  await staff.getByRole('button', { name: 'Ajouter les dossiers prêts' }).click()
  await expect(staff.getByText('L’ordre du jour est complété')).toBeVisible()
}

export async function callTheRoll(staff: Page, names: string[]) {
  await expect(staff.getByText('Quorum non atteint')).toBeVisible()
  for (const name of names) {
    const here = staff.getByRole('button', { name: `Présent — ${name}` })
    await here.click()
    await expect(here).toHaveAttribute('aria-pressed', 'true')
  }
  await expect(staff.getByText('Quorum atteint')).toBeVisible()
}

export async function signMinutes(staff: Page) {
  await sure(staff, 'Signer le procès-verbal')
  await expect(staff.getByText('Le procès-verbal est signé')).toBeVisible()
}
