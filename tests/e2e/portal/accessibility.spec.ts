import type { Page } from '@playwright/test'
import { obstacles } from '#tests/support/accessibility.ts'
import { expect, expectAlive, expectFits, test, VARIANTS } from '#tests/support/journey.ts'
import { signIn } from '#tests/support/signed-in.ts'

const DESK = '/so-cooperation/bureau'
const PUBLIC: Record<string, string> = {
  'the portal': '/',
  'the national directory': '/annuaire?q=eau&sector=water',
  'a network': '/so-cooperation',
  'a directory': '/so-cooperation/annuaire?country=TG&country=SN',
  'a directory in figures': '/so-cooperation/annuaire/statistiques',
  'a search that finds nothing': '/so-cooperation/annuaire?q=xylophonistes+quadrumanes',
  'a search that was mended': '/so-cooperation/annuaire?q=agricutlure',
  'an organisation': '/so-cooperation/annuaire/amitie-cooperation-solidarite-avec-elavagnon',
  'the sign-in page': '/connexion',
  'a page that does not exist': '/nulle-part',
}
const DESK_PAGES: Record<string, string> = {
  'the desk': DESK,
  'the list': `${DESK}/structures`,
  'a list that finds nothing': `${DESK}/structures?q=xylophonistes`,
  'a new form': `${DESK}/structures/nouvelle`,
  'a desk that is not theirs': '/resacoop/bureau',
}

/** What was learnt of one page is told even when an earlier one already failed. */
async function check(page: Page, what: string) {
  await expectAlive(page)
  expect.soft(await obstacles(page), what).toEqual([])
  await expectFits(page)
}
const inEnglish = (path: string, lng: string) => `${path}${path.includes('?') ? '&' : '?'}lng=${lng}`

for (const { name: size, viewport, lng } of VARIANTS) {
  test.describe(`${size}, in ${lng === 'fr' ? 'French' : 'English'}`, () => {
    test.use({ viewport })

    test('the public pages can be used by everyone', async ({ page }) => {
      for (const [what, path] of Object.entries(PUBLIC)) {
        await page.goto(inEnglish(path, lng))
        await expect(page.locator('html')).toHaveAttribute('lang', lng)
        await check(page, what)
      }
    })

    test('the pages of the desk can be used by everyone', async ({ page }) => {
      test.slow()
      await signIn(page, 'staff@so-cooperation.demo')
      for (const [what, path] of Object.entries(DESK_PAGES)) {
        await page.goto(inEnglish(path, lng))
        await check(page, what)
      }
      await page.goto(inEnglish(`${DESK}/structures?q=elavagnon`, lng))
      await page
        .getByRole('link', { name: /Elavagnon/ })
        .first()
        .click()
      await check(page, 'a record')
      await page.goto(inEnglish(`${new URL(page.url()).pathname}/modifier`, lng))
      await check(page, 'a form')
      await page.getByLabel('SIREN').fill('1')
      await page.locator('button[type=submit].primary').click()
      await expect(page.getByRole('alert')).toBeVisible()
      await check(page, 'a refused form')
    })
  })
}
