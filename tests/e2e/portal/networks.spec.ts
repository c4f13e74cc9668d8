import { expect, numberIn, test } from '#tests/support/journey.ts'

const brand = () => getComputedStyle(document.documentElement).getPropertyValue('--brand').trim()

test('going from one network to another takes its colours along, without loading the page', async ({
  page,
}) => {
  await page.goto('/')
  const ours = await page.evaluate(brand)
  await page.evaluate(() => Object.assign(window, { notReloaded: true }))
  await page.getByRole('link', { name: 'SO Coopération', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('SO Coopération')
  expect(await page.evaluate(brand)).not.toBe(ours)
  const link = page.getByRole('link', { name: 'SO Coopération' }).first()
  await expect(link.locator('.mark')).toHaveCSS(
    'background-color',
    await page.evaluate(
      (value) => {
        const probe = Object.assign(document.createElement('i'), { style: `color:${value}` })
        document.body.append(probe)
        const { color } = getComputedStyle(probe)
        probe.remove()
        return color
      },
      await page.evaluate(brand),
    ),
  )
  await page.getByRole('link', { name: 'Tous les réseaux' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Qui agit à l’international, près de chez vous ?',
  )
  expect(await page.evaluate(brand)).toBe(ours)
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true)
})

test('the portal leads to every network and to what it lists', async ({ page }) => {
  await page.goto('/')
  const cards = page.locator('.cards .card')
  await expect(cards).toHaveCount(12)
  await expect(page.getByText('Karib')).toHaveCount(0)
  const listed = page.getByRole('link', { name: /structures référencées/ })
  const promised = await numberIn(listed.first())
  await listed.first().click()
  await expect(page.locator('#results')).toBeVisible()
  expect(await numberIn(page.locator('#results'))).toBe(promised)
})
