import { obstacles } from '#tests/support/accessibility.ts'
import { expect, expectAlive, expectFits, SIZES, test } from '#tests/support/journey.ts'
import { signIn } from '#tests/support/signed-in.ts'

/** Every network has colours, words and modules of its own: every page of every network is looked at. */
for (const { name: size, viewport } of SIZES) {
  test.describe(size, () => {
    test.use({ viewport })

    test('the pages of every network can be used by everyone', async ({ page, request }) => {
      const { items } = await (await request.get('/api/v1/networks')).json()
      expect(items).toHaveLength(13)
      for (const { slug } of items as { slug: string }[]) {
        const listings = await (await request.get(`/api/v1/${slug}/organisations?per_page=1`)).json()
        await signIn(page, `staff@${slug}.demo`)
        const desk = `/${slug}/bureau`
        const pages = [`/${slug}`, `/${slug}/annuaire`, `/${slug}/annuaire/${listings.items[0].slug}`]
        for (const path of [...pages, desk, `${desk}/structures`, `${desk}/structures/nouvelle`]) {
          expect((await page.goto(path))?.status(), path).toBe(200)
          await expectAlive(page)
          expect.soft(await obstacles(page), path).toEqual([])
          await expectFits(page)
        }
      }
    })
  })
}
