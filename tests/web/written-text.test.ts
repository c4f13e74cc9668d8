import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
})

const FORM = '/so-cooperation/bureau/structures/nouvelle'
const publicPage = async (fields: Record<string, string>) => {
  const body = form({ type: 'association', ...fields })
  const created = await app.request(FORM, { method: 'POST', body, headers: { cookie } })
  expect(created.status).toBe(302)
  const record = created.headers.get('location')!.split('?')[0]!
  await app.request(record, { method: 'POST', body: form({ intent: 'publier' }), headers: { cookie } })
  const html = await (await app.request(record, { headers: { cookie } })).text()
  return (await app.request(html.match(/\/so-cooperation\/annuaire\/[a-z0-9-]+/)![0])).text()
}

describe('A text', () => {
  it('arrives whole wherever it stands in the page: no byte is added between its letters', async () => {
    for (let n = 0; n < 20; n++) await aListing(staff, { name: `Écoles étoilées n° ${n} — « ça »` })
    for (let shift = 0; shift < 40; shift++) {
      const html = await (await app.request(`/so-cooperation/annuaire?x=${'a'.repeat(shift)}`)).text()
      expect(html.match(/[\0\ufffd]/g)).toBeNull()
    }
  })

  it('keeps the paragraphs its author made, though forms send them in their own way', async () => {
    const html = await publicPage({
      name: 'Paragraphes',
      description: 'Un.\r\n\r\nDeux,\r\nsuite.\r\n\r\n\r\nTrois.',
    })
    expect(html).toContain('<p>Un.</p><p>Deux,\nsuite.</p><p>Trois.</p>')
  })

  it('is kept without the characters nobody sees, which pasting brings', async () => {
    const html = await publicPage({
      name: 'Pas\0té \u0007du\u000b PDF\u007f',
      description: 'Ligne\u0000s',
      acronym: 'P\u0002D',
    })
    expect(html).toContain('<h1>Pasté du PDF</h1>')
    expect(html).toContain('<p>Lignes</p>')
  })

  it('in any script is found, shown and has an address', async () => {
    for (const name of [
      'Ассоциация Будмо',
      'جمعية النور',
      '日本友好協会',
      'Ŋàzz̃o Ɓamako',
      '🌍🤝 Ensemble',
      'İzmir ẞ ﬁn',
    ]) {
      const html = await publicPage({ name })
      expect(html).toContain(`<h1>${name}</h1>`)
      const found = await app.request(`/api/v1/so-cooperation/organisations?q=${encodeURIComponent(name)}`)
      expect((await found.json()).items.map((item: { name: string }) => item.name)).toContain(name)
    }
  })
})
