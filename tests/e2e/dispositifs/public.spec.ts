import type { Page } from '@playwright/test'
import { obstacles } from '#tests/support/accessibility.ts'
import { publishAtDesk } from '#tests/support/dispositif-at-desk.ts'
import { expect, expectAlive, expectFits, SIZES, test } from '#tests/support/journey.ts'

const NETWORK = 'centraider'
const code = () => `T${Math.random().toString(36).slice(2, 8)}`.toUpperCase()

/** A visitor's page, and the address of a call that staff just published. */
async function published(page: Page, visitor: () => Promise<Page>) {
  const mine = code()
  const path = await publishAtDesk(page, NETWORK, { code: mine, name: `Échange ${mine}` })
  return { path, mine, visit: await visitor() }
}

const line = (page: Page, rule: RegExp) => page.locator('.rule-lines > li').filter({ hasText: rule })

for (const { name, viewport } of SIZES) {
  test.describe(`A visitor ${name}`, () => {
    test.use({ viewport })

    test('finds an open call, reads its rules, and tests a project as they type', async ({
      page,
      visitor,
    }) => {
      const { path, mine, visit } = await published(page, visitor)
      await visit.goto(`/${NETWORK}`)
      await visit.getByRole('link', { name: 'Dispositifs', exact: true }).click()
      await expect(visit.getByRole('heading', { level: 2, name: 'Ouverts en ce moment' })).toBeVisible()
      await expectFits(visit)
      expect(await obstacles(visit)).toEqual([])

      await visit.getByRole('link', { name: `Échange ${mine}` }).click()
      await expect(visit.getByRole('heading', { level: 1, name: `Échange ${mine}` })).toBeVisible()
      await expect(line(visit, /Entre 15 et 25 ans/)).toBeVisible()
      await expectFits(visit)
      expect(await obstacles(visit)).toEqual([])

      await visit.getByRole('link', { name: 'Tester mon projet' }).click()
      await expect(visit).toHaveURL(new RegExp(`${path}/test$`))
      await expect(visit.getByRole('heading', { level: 1 })).toHaveText('Mon projet répond-il aux règles ?')
      await expectAlive(visit)
      await visit.getByLabel('Âge du plus jeune').fill('14')
      await expect(line(visit, /Entre 15 et 25 ans/)).toContainText('Pas respectée')
      await expect(visit.locator('.notice')).toContainText('ne répond pas à toutes les règles')
      await visit.getByLabel('Âge du plus jeune').fill('16')
      await visit.getByLabel('Âge du plus âgé').fill('22')
      await expect(line(visit, /Entre 15 et 25 ans/)).toContainText('Respectée')
      await visit.getByLabel('Somme demandée').fill('9000')
      await visit.getByLabel('Budget total').fill('20 000')
      await expect(line(visit, /du budget au plus/)).toContainText(/La demande représente 45\s%/)
      await expectFits(visit)
      expect(await obstacles(visit)).toEqual([])

      await visit.getByRole('button', { name: 'Vérifier' }).click()
      await expect(visit).toHaveURL(/age_min=16.*demande=9000/)
      await expect(visit.getByLabel('Somme demandée')).toHaveValue('9000')
      await expect(line(visit, /Entre 15 et 25 ans/)).toContainText('Respectée')
      expect(await visit.context().cookies()).toEqual([])
    })

    test('tests a project without script: the answers are in the address', async ({ page, visitor }) => {
      const { path } = await published(page, () => visitor({ javaScriptEnabled: false }))
      const plain = await visitor({ javaScriptEnabled: false })
      await plain.goto(`${path}/test`)
      await plain.getByLabel('Âge du plus jeune').fill('16')
      await plain.getByLabel('Âge du plus âgé').fill('26')
      await plain.getByRole('button', { name: 'Vérifier' }).click()
      await expect(plain).toHaveURL(/age_min=16&age_max=26.*#resultat$/)
      await expect(line(plain, /Entre 15 et 25 ans/)).toContainText('Pas respectée')
      const friend = await visitor()
      await friend.goto(plain.url())
      await expect(friend.getByLabel('Âge du plus âgé')).toHaveValue('26')
      await expect(line(friend, /Entre 15 et 25 ans/)).toContainText('Pas respectée')
    })
  })
}

test('Somebody elsewhere reads the closing on their own clock too', async ({ page, visitor }) => {
  const path = await publishAtDesk(page, NETWORK, { code: code(), name: 'Échange lointain' })
  const away = await visitor({ timezoneId: 'Pacific/Noumea' })
  await away.goto(path)
  await expect(away.getByText(/À l’heure de votre appareil/)).toHaveCount(2)
  const near = await visitor({ timezoneId: 'Europe/Paris' })
  await near.goto(path)
  await expectAlive(near)
  await expect(near.getByText(/À l’heure de votre appareil/)).toHaveCount(0)
})
