import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { useDemoData } from '#tests/support/demo-data.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { juryOf } from '#tests/support/jury.ts'
import { noonOf } from '#tests/support/people.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
useDemoData(database, { networks: 2 })
let app: TestApp
let staff: StaffContext
let cookie: string
let jury: ReturnType<typeof juryOf>

beforeAll(async () => {
  app = await startApp({ clock: noonOf('2026-11-20') })
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  jury = juryOf(app, database.superuser, staff, cookie)
})

const read = async (path: string) =>
  decoded(await (await app.request(path, { headers: { cookie } })).text()).replace(/\s/gu, ' ')
const told = (html: string) => html.replaceAll(/<!--.*?-->/g, '').replaceAll(/<[^>]*>/g, '')
/** Every row of a list, page after page, and how many it says it has. */
async function rowsOf(path: string) {
  const html = await read(path)
  const said = Number(told(html.match(/<p class="grow count".*?<\/p>/)?.[0] ?? '').match(/\d+/)?.[0] ?? 0)
  const body = html.match(/<tbody>.*?<\/tbody>/)?.[0] ?? ''
  return { rows: body.match(/<tr/g)?.length ?? 0, said }
}
/** Links that hold a figure: where they lead, and the figure. */
const figuresIn = (html: string) =>
  [...html.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/g)].flatMap(([, href, inside]) => {
    const figure = told(inside!).match(/^(\d+)$|\((\d+)\)$/)
    return figure ? [{ href: href!, figure: Number(figure[1] ?? figure[2]) }] : []
  })

async function follow(page: string, html: string) {
  const figures = figuresIn(html)
  for (const { href, figure } of figures) {
    const path = href.startsWith('?') ? `${page.split('?')[0]}${href}` : href
    const { rows, said } = await rowsOf(path)
    expect({ path, said, rows }).toEqual({ path, said: figure, rows: Math.min(figure, 50) })
  }
  return figures.length
}

describe('A figure that is a link', () => {
  it('leads from the year to as many rows', async () => {
    const page = `${jury.desk}/bilan?annee=2025`
    const html = (await read(page)).split('<tbody>')[1]!.split('</tbody>')[0]!
    expect(await follow(page, html)).toBeGreaterThan(8)
  })

  it('counts a dossier that was instructed and withdrew since, and its list has it', async () => {
    const session = await jury.aSession(await jury.aDispositif('isi'), { year: '2031' })
    const files = await jury.filesOf(session, 2)
    await jury.aDossier(session, { deposited: '' })
    const dossier = `${jury.desk}/dossiers/${files[0]}`
    await jury.send(dossier, { intent: 'avancer', de: 'eligible', vers: 'instructed' })
    await jury.send(dossier, { intent: 'avancer', de: 'instructed', vers: 'withdrawn' })
    const page = `${jury.desk}/bilan?annee=2031`
    const html = (await read(page)).split('<tbody>')[1]!.split('</tbody>')[0]!
    expect(figuresIn(html).map(({ figure }) => figure)).toEqual([2, 1, 0])
    await follow(page, html)
  })

  it('leads from a session, searched or not, to as many rows', async () => {
    const rows = await jury.rows(
      `select s.id from dispositif_session s join dossier d on d.session_id = s.id
        where s.network_id = $1 group by s.id order by count(*) desc, s.id limit 2`,
      [staff.network.id],
    )
    for (const { id } of rows)
      for (const query of ['', '?q=a', '?suivi=none', '?compte=instructed&q=e']) {
        const page = `${jury.desk}/sessions/${id}${query}`
        const html = await read(page)
        const chips = html.match(/<nav class="chips".*?<\/nav>/)?.[0] ?? ''
        await follow(page, chips)
        expect(told(html)).not.toContain('undefined')
      }
  })
})
