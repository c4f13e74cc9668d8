import { beforeAll, describe, expect, it } from 'vitest'
import { unpublishOrganisation } from '#server/crm/organisation/unpublish-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { countFigures } from '#server/observatory/figure/count-figures.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { useDemoData } from '#tests/support/demo-data.ts'
import { decoded, elementsOf } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
useDemoData(database, { networks: 2 })
let app: TestApp
let staff: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
})

const BASE = '/so-cooperation/bureau/chiffres'
const ask = (path: string, as = cookie) => app.request(path, { headers: { cookie: as } })
const read = async (path: string) =>
  decoded(await (await ask(path)).text()).replaceAll(/[\u00a0\u202f]/g, ' ')
const tiles = (html: string) => {
  const found: Record<string, { href: string; value: string }> = {}
  for (const [, opening, value, label] of html.matchAll(
    /<a ([^>]*class="stat"[^>]*)><span class="fig">([^<]*)<\/span><span>([^<]*)</g,
  ))
    found[label!] = { href: opening!.match(/href="([^"]*)"/)![1]!, value: value! }
  return found
}
/** A list's heading says how many, and every page together holds that many. */
async function rowsBehind(href: string) {
  let names: string[] = []
  for (let page = 1; ; page++) {
    const html = await read(`${href}&page=${page}`)
    const body = html.split('<tbody>')[1]?.split('</tbody>')[0] ?? ''
    const found = [...body.matchAll(/<a [^>]*href="[^"]*\/bureau\/[^"]*"[^>]*>([^<]*)</g)].map(
      ([, name]) => name!,
    )
    names = [...names, ...found]
    if (!html.includes('rel="next"')) return names
  }
}

describe('The figures of SO Coopération at the end of 2025', () => {
  it('are those of its report', async () => {
    const found = tiles(await read(`${BASE}?au=2025-12-31`))
    const values = Object.fromEntries(Object.entries(found).map(([label, { value }]) => [label, value]))
    expect(values).toMatchObject({
      'structures connues': '1 325',
      acteurs: '780',
      'structures référencées': '480',
      adhérentes: '93',
      'projets au panorama': '90',
    })
  })

  it('open each on as many rows', async () => {
    const found = tiles(await read(`${BASE}?au=2025-12-31`))
    for (const label of ['structures référencées', 'adhérentes', 'projets au panorama', 'dont hors région']) {
      const { href, value } = found[label]!
      expect(await rowsBehind(href), label).toHaveLength(Number(value))
    }
  })

  it('say the members by type and by département, and each leads to them', async () => {
    const html = await read(`${BASE}?au=2025-12-31`)
    const links = elementsOf(html).flatMap(({ attributes }) => attributes.get('href') ?? [])
    for (const [query, count] of [
      ['type=association', 68],
      ['type=local_authority', 13],
      ['type=education_research', 4],
      ['type=company', 5],
      ['type=other', 3],
      ['departement=33', 40],
      ['departement=79', 12],
    ] as const) {
      const href = links.find((link) => link.includes(query))!
      expect(await rowsBehind(href), query).toHaveLength(count)
    }
  })

  it('are others today, and say that the year is not over', async () => {
    const html = await read(`${BASE}?au=2026-11-20`)
    expect(tiles(html)['structures référencées']!.value).toBe('484')
    expect(html).toContain('l’année 2026 n’est pas entière')
  })

  it('stay what they were when a page is withdrawn since', async () => {
    const { rows } = await database.superuser.query(
      `select o.id from organisation o join network n on n.id = o.network_id
       where n.slug = 'so-cooperation' and o.published_at < '2025-01-01' limit 1`,
    )
    await unpublishOrganisation(staff, rows[0].id)
    expect((await countFigures(staff, '2025-12-31', ['listed'])).listed).toBe(480)
    expect((await countFigures(staff, '2027-12-31', ['listed'])).listed).toBe(483)
  })

  it('of a day that is none are those of today; a figure that is none is absent', async () => {
    expect((await ask(`${BASE}?au=2025-02-31`)).status).toBe(200)
    expect((await ask(`${BASE}/richesse`)).status).toBe(404)
  })
})
