import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { obstacles } from '#tests/support/accessibility.ts'
import { expect, expectAlive, expectFits, SIZES, test } from '#tests/support/journey.ts'
import { openLinkFor } from '#tests/support/outbox.ts'
import { ownName, signIn } from '#tests/support/signed-in.ts'

// A passkey is made for a name, never for a number: the product knows itself by this one.
test.use({ baseURL: `http://localhost:${process.env.E2E_PORT}` })

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const anAddress = (who: string) => `${ownName(who).toLowerCase().replace(' ', '-')}@essai.example`

/** `npm run cli -- account invite`, on the instance of this run; gives the link it prints. */
async function invitedFromTheCommandLine(network: string, email: string) {
  const args = ['--import', 'tsx', 'server/cli/main.ts', 'cli', 'account', 'invite']
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...args, '--network', network, '--email', email],
    {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: process.env.E2E_DATA, PORT: process.env.E2E_PORT },
    },
  )
  return stdout.trim()
}

/** A device that holds passkeys and unlocks without asking, in this page's browser. */
async function withAuthenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function accept(page: Page, name: string) {
  await expectAlive(page)
  await page.getByLabel('Votre nom').fill(name)
  await page.getByRole('button', { name: 'Accepter l’invitation' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bonjour')
}

async function askLink(page: Page, address: string, nth: number) {
  await page.goto('/connexion')
  await page.getByRole('link', { name: 'Recevoir un lien de connexion par e-mail' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recevoir un lien de connexion')
  await page.getByLabel('Adresse e-mail').fill(address)
  await page.getByRole('button', { name: 'Recevoir le lien' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Regardez votre messagerie')
  await openLinkFor(page, address, 'Votre lien de connexion', nth)
  await page.getByRole('button', { name: 'Me connecter' }).click()
}

test('a first administrator invites a colleague, who signs in by link, sets a passkey, and changes the site', async ({
  page,
  visitor,
}) => {
  const [first, colleague] = [anAddress('admin'), anAddress('collegue')]
  await page.goto(await invitedFromTheCommandLine('gescod', first))
  await accept(page, 'Alix Essai')
  await page.getByRole('link', { name: 'Équipe et accès' }).click()
  await page.getByRole('link', { name: 'Inviter quelqu’un' }).click()
  await page.getByLabel('Adresse e-mail').fill(colleague)
  await page.getByLabel('Rôle').selectOption({ label: 'équipe' })
  await page.getByLabel('Fonction dans l’équipe').selectOption({ label: 'direction' })
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await expect(page.getByRole('status')).toContainText('L’invitation part à l’instant')
  await expect(page.getByText(colleague)).toBeVisible()

  const other = await visitor()
  await withAuthenticator(other)
  await openLinkFor(other, colleague, 'vous invite')
  await accept(other, 'Charlie Essai')
  await other.getByRole('button', { name: 'Se déconnecter' }).click()
  await expect(other.getByRole('link', { name: 'Se connecter' })).toBeVisible()

  await askLink(other, colleague, 1)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Bonjour Charlie')
  await other.goto('/compte/cles')
  await expectAlive(other)
  expect.soft(await obstacles(other)).toEqual([])
  await other.getByLabel('Nom de la clé').fill('Ordinateur')
  await other.getByRole('button', { name: 'Créer la clé sur cet appareil' }).click()
  await expect(other.getByRole('status')).toContainText('La clé est ajoutée')
  await expect(other.locator('.codes li')).toHaveCount(10)
  expect.soft(await obstacles(other)).toEqual([])
  await other.getByText('Charlie Essai').click()
  await other.getByRole('button', { name: 'Se déconnecter' }).click()

  await askLink(other, colleague, 2)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Votre clé d’accès')
  await expectAlive(other)
  expect.soft(await obstacles(other)).toEqual([])
  await other.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Bonjour Charlie')

  const words = ownName('Bienvenue')
  await other.goto('/gescod/bureau/site/textes/home')
  await expectAlive(other)
  await other.getByLabel('Votre texte').fill(`## ${words}\n\nUn **texte**.`)
  await other.getByRole('button', { name: 'Publier' }).click()
  await expect(other.getByRole('status')).toContainText('Publié')
  await other.goto('/gescod/bureau/site')
  await other.getByLabel('Votre couleur').fill('#5a2a6e')
  await other.getByRole('button', { name: 'Enregistrer la couleur' }).click()
  await expect(other.getByRole('status')).toBeVisible()
  await page.goto('/gescod')
  await expect(page.getByRole('heading', { level: 3, name: words })).toBeVisible()
  const brand = () => document.documentElement.style.getPropertyValue('--brand').trim()
  expect(await page.evaluate(brand)).toBe('#5a2a6e')
})

test('an access that is withdrawn stops at the next click', async ({ page, visitor }) => {
  const address = anAddress('passage')
  const other = await visitor()
  await other.goto(await invitedFromTheCommandLine('resacoop', address))
  const name = ownName('Passage')
  await accept(other, name)
  await other.getByRole('link', { name: 'Structures', exact: true }).click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Structures')

  await signIn(page, 'admin@resacoop.demo')
  await page.goto('/resacoop/bureau/equipe')
  await page.getByRole('link', { name }).click()
  await expectAlive(page)
  await page.getByRole('button', { name: 'Retirer l’accès' }).click()
  const question = page.getByRole('dialog')
  await expect(question).toContainText(`Retirer l’accès de ${name} ?`)
  await question.getByRole('button', { name: 'Retirer l’accès' }).click()
  await expect(page.getByRole('status')).toContainText('L’accès est retiré')

  await other.getByRole('link', { name: 'Équipe et accès' }).click()
  await expect(other.getByRole('heading', { level: 1 })).not.toHaveText('Équipe et accès')
  await other.goto('/resacoop/bureau')
  await expect(other.getByText('Bonjour')).toHaveCount(0)
})

test('a forgotten password is chosen anew by a link', async ({ page }) => {
  const address = anAddress('oubli')
  await page.goto(await invitedFromTheCommandLine('gescod', address))
  await accept(page, 'Oubli Essai')
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.goto('/connexion')
  await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mot de passe oublié')
  await page.getByLabel('Adresse e-mail').fill(address)
  await page.getByRole('button', { name: 'Recevoir le lien' }).click()
  await openLinkFor(page, address, 'Choisir un nouveau mot de passe')
  await expectAlive(page)
  await page.getByLabel(/Nouveau mot de passe/).fill('court')
  await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click()
  await expect(page.getByText('pas assez long ou varié').first()).toBeVisible()
  const chosen = 'Une-Phrase-Choisie-42'
  await page.getByLabel(/Nouveau mot de passe/).fill(chosen)
  await page.getByRole('button', { name: 'Enregistrer ce mot de passe' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bonjour Oubli')
  await page.getByRole('button', { name: 'Se déconnecter' }).click()
  await page.goto('/connexion')
  await page.getByLabel('Adresse e-mail').fill(address)
  await page.getByLabel('Mot de passe').fill(chosen)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bonjour Oubli')
})

test('who represents an organisation asks, and the team answers', async ({ page, visitor }) => {
  const other = await visitor()
  await signIn(other, 'juror@so-cooperation.demo')
  await other.goto('/so-cooperation/annuaire')
  const listing = other.locator('.listing h3 a').last()
  const name = (await listing.textContent())!
  await listing.click()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(name)
  await other.getByRole('link', { name: 'Vous représentez cette structure ?' }).click()
  await expectAlive(other)
  expect.soft(await obstacles(other)).toEqual([])
  await other.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(other.getByText('Indiquez votre fonction')).toBeVisible()
  await other.getByLabel('Votre fonction').fill('Trésorerie')
  await other.getByRole('button', { name: 'Envoyer la demande' }).click()
  await expect(other.getByRole('status')).toContainText('vous répond par e-mail')

  await signIn(page, 'staff@so-cooperation.demo')
  await page.goto('/so-cooperation/bureau/demandes')
  const request = page.locator('section.card').filter({ hasText: name })
  await request.getByRole('button', { name: 'Accepter' }).first().click()
  await expect(page.getByRole('status')).toContainText('La demande est acceptée')
  await other.goto('/so-cooperation/espace')
  await expect(other.getByRole('link', { name }).first()).toBeVisible()
})

for (const { name: size, viewport } of SIZES) {
  test.describe(size, () => {
    test.use({ viewport })
    test('the pages of team and access can be used by everyone', async ({ page }) => {
      await signIn(page, 'admin@occitanie-cooperation.demo')
      for (const path of ['equipe', 'equipe/inviter', 'roles', 'demandes', 'absences', 'securite']) {
        await page.goto(`/occitanie-cooperation/bureau/${path}`)
        await expectAlive(page)
        expect.soft(await obstacles(page), path).toEqual([])
        await expectFits(page)
      }
      await page.goto('/occitanie-cooperation/bureau/equipe')
      await page.getByRole('link', { name: /Dominique/ }).click()
      await expectAlive(page)
      expect.soft(await obstacles(page)).toEqual([])
      await expectFits(page)
    })
  })
}
