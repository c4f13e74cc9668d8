import { SCRIPTS } from '#tests/support/hostile-texts.ts'
import { expect, test } from '#tests/support/journey.ts'
import { ownName, signIn } from '#tests/support/signed-in.ts'

/** The same texts as tests/web/hostile-text.test.ts, before a browser that would run them. */
test('nothing of what an organisation says is run by a browser', async ({ page, visitor }) => {
  const together = SCRIPTS.join(' ').replaceAll('\0', '')
  const name = ownName('Hostile')
  await signIn(page, 'staff@so-cooperation.demo')
  await page.goto('/so-cooperation/bureau/structures/nouvelle')
  await page.getByLabel('Nom', { exact: true }).fill(`${name} ${SCRIPTS[1]}`)
  await page.getByText('Autres noms, anciens noms, antenne').click()
  await page.getByLabel('Autres noms').fill(SCRIPTS.slice(0, 20).join('\n'))
  await page.getByLabel('Type de structure').selectOption({ label: 'Association locale' })
  await page.getByLabel(/^Adresse/).fill(SCRIPTS[8]!)
  await page.getByRole('heading', { name: 'Ce qu’elle fait' }).click()
  await page.getByLabel('Présentation').fill(together)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('button', { name: 'Publier dans l’annuaire' }).click()
  await expect(page.getByText(SCRIPTS[0]!, { exact: false }).first()).toBeVisible()
  await page.getByRole('link', { name: 'Modifier' }).click()
  await expect(page.getByLabel('Présentation')).toHaveValue(together)

  const reader = await visitor()
  for (const path of ['/so-cooperation/annuaire', '/annuaire']) {
    await reader.goto(`${path}?q=${encodeURIComponent(`${name} <img src=x onerror=alert(1)>`)}`)
    await reader.goto(`${path}?q=${encodeURIComponent(name)}`)
    await reader
      .getByRole('link', { name: new RegExp(name) })
      .first()
      .click()
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(`${name} ${SCRIPTS[1]}`)
    await reader.reload()
    await expect(reader).toHaveTitle(new RegExp(`^${name} </script>`))
    await expect(reader.getByText('<iframe srcdoc=', { exact: false }).first()).toBeVisible()
  }
})
