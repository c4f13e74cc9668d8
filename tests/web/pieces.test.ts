import { expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { asRead } from '#tests/support/html-elements.ts'
import { form, startApp } from '#tests/support/http.ts'

useDatabase()

it('the pieces of the interface are shown in a demonstration, and do not exist in a live service', async () => {
  const [demo, live] = [await startApp({ demo: true }), await startApp()]
  expect((await demo.request('/dev/ui')).status).toBe(200)
  for (const path of ['/dev/ui', '/dev/ui.data']) {
    expect((await live.request(path)).status, path).toBe(404)
    const sent = { method: 'POST', body: form({ intent: 'supprimer' }) }
    expect((await live.request(path, sent)).status, path).toBe(404)
  }
  expect((await live.request('/glossaire')).status).toBe(200)
})

it('a map and its list come from the server, and no geography with them', async () => {
  const demo = await startApp({ demo: true })
  const html = asRead(await (await demo.request('/dev/ui')).text())
  expect(html.match(/class="map-area/g)!.length).toBeGreaterThan(110)
  expect(html).toContain('href="/so-cooperation"')
  expect(html).toContain('Fond de carte : IGN')
})
