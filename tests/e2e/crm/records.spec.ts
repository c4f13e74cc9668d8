import { expect, expectAlive, expectFits, SIZES, test } from '#tests/support/journey.ts'
import { signIn } from '#tests/support/signed-in.ts'

const DESK = '/so-cooperation/bureau'

test('a support is noted from the keyboard in one sentence, and taken back', async ({ page }) => {
  await signIn(page, 'staff@so-cooperation.demo')
  await page.goto(DESK)
  await expectAlive(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('Floki 45 min budget')
  await expect(page.getByRole('option').first()).toContainText('45 min')
  await page.keyboard.press('Enter')
  const told = page.getByText(/^Appui noté/)
  await expect(told).toContainText('Floki')
  await page.getByRole('button', { name: 'Annuler cette action' }).click()
  await expect(told).toBeHidden()
})

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport })

    test('a structure being typed shows the one it may be, which opens and creates nothing', async ({
      page,
    }) => {
      await signIn(page, 'staff@so-cooperation.demo')
      await page.goto(`${DESK}/structures/nouvelle`)
      await expectAlive(page)
      await page.getByLabel('Nom', { exact: true }).pressSequentially('Flokki')
      await page.locator('#ressemblantes').getByRole('link', { name: 'Floki' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Floki')
      await expectFits(page)
    })

    test('two records are compared, made one, and made two again', async ({ page }) => {
      await signIn(page, 'staff@so-cooperation.demo')
      await page.goto(`${DESK}/doublons`)
      await expectFits(page)
      // One pair for each width: the journeys run side by side.
      const pair = page.getByRole('link', { name: 'Comparer et fusionner' })
      await (viewport.width < 900 ? pair.last() : pair.first()).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Fusionner deux fiches')
      await expectAlive(page)
      await expectFits(page)
      const kept = await page.locator('.halves h2').first().textContent()
      const other = (await page.locator('.halves h2').last().textContent())!
      const dialog = page.getByRole('dialog')
      const ask = page.getByRole('button', { name: 'Fusionner', exact: true })
      for (const [nth, name] of [other, kept!].map((one, index) => [1 - index, one] as const)) {
        await page.locator('input[name=champ_name]').nth(nth).check()
        await ask.click()
        await expect(dialog).toContainText(`sous le nom «\u00a0${name}\u00a0»`)
        if (nth === 1) await page.keyboard.press('Escape')
      }
      await dialog.getByRole('button', { name: 'Fusionner', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(kept!)
      await page.goto(`${DESK}/doublons/fusions`)
      await expectAlive(page)
      const merge = page.getByRole('listitem').filter({ hasText: kept! })
      await merge.getByRole('button', { name: 'Annuler la fusion' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Annuler la fusion' }).click()
      await expect(page.getByText('il y a de nouveau deux fiches')).toBeVisible()
    })
  })
}
