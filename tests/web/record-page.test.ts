import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { loader } from '#app/crm/organisation.tsx'
import { i18nFor } from '#app/i18n.server.ts'
import { watchQueries } from '#db/slow-queries.ts'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { TIMELINE_SOURCES } from '#server/record-parts.ts'
import { useDatabase } from '#tests/support/database.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const MOST_ROUND_TRIPS = 6
const database = useDatabase()
const DESK = '/so-cooperation/bureau/structures'
let app: TestApp
let staff: StaffContext
let cookie: string
let id: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  id = (await aListing(staff, { name: 'Les Amis de Kpalimé' })).id
  await database.superuser.query(
    `insert into membership (network_id, organisation_id, year, college, joined_on)
     select $1, $2, year, 'b', make_date(year, 2, 3) from generate_series(2003, 2026) year`,
    [staff.network.id, id],
  )
})

const pageOf = async (query = '') =>
  (await app.request(`${DESK}/${id}${query}`, { headers: { cookie } })).text()
const storyOf = (html: string) => html.split('id="histoire"')[1]!.split('id="personnes"')[0]!
const yearsOf = (html: string) => [...storyOf(html).matchAll(/<h3[^>]*>(\d{4})/g)].map(([, year]) => year)

describe('The record of an organisation', () => {
  it(`is read in ${MOST_ROUND_TRIPS} round trips to the database at most, whatever it tells`, async () => {
    let trips = 0
    watchQueries({ slowMs: Number.POSITIVE_INFINITY, onTime: () => trips++ })
    const request = new Request(`http://maillage.test${DESK}/${id}`)
    const args = { request, params: { id, network: 'so-cooperation' }, context: { context: staff } }
    const page = await loader(args as unknown as LoaderFunctionArgs)
    expect(page.name).toBe('Les Amis de Kpalimé')
    expect(trips).toBeGreaterThan(2)
    expect(trips).toBeLessThanOrEqual(MOST_ROUND_TRIPS)
  })

  it('leads a new record to its publication and a published one to its public page, and says who reads it', async () => {
    const { id: alone } = await createOrganisation(staff, anOrganisation({ name: 'Nouvelle venue' }))
    const noticeOf = async (record: string, done: string) => {
      const html = await (await app.request(`${DESK}/${record}?fait=${done}`, { headers: { cookie } })).text()
      return [html.split('class="notice ok')[1]!.split('</div>')[0]!, html] as const
    }
    const [made, html] = await noticeOf(alone, 'creee')
    expect([made.includes('href="#publication"'), html.includes('id="publication"')]).toEqual([true, true])
    expect(html).toContain('Cette fiche interne n’est lue que par l’équipe.')
    const [published] = await noticeOf(id, 'publiee')
    expect(published).toContain('href="/so-cooperation/annuaire/les-amis-de-kpalime"')
  })

  it('opens on its story, the latest first, under its years, and the rest by pages', async () => {
    const html = await pageOf()
    const story = storyOf(html)
    expect(story.indexOf('Fiche publiée par')).toBeGreaterThan(0)
    expect(story.indexOf('Fiche publiée')).toBeLessThan(story.indexOf('Fiche créée'))
    expect(yearsOf(html).slice(0, 3)).toEqual(['2026', '2025', '2024'])
    const last = await pageOf('?page=3')
    expect(yearsOf(last).at(-1)).toBe('2003')
    expect(last).not.toContain('rel="next"')
  })

  it('tells one kind of event alone when asked, and everything when asked for a kind it does not know', async () => {
    const dues = await pageOf('?histoire=memberships')
    expect(storyOf(dues)).toContain('Adhésion 2026')
    expect(storyOf(dues)).not.toContain('Fiche publiée')
    expect(storyOf(await pageOf('?histoire=nimporte'))).toContain('Fiche publiée')
  })

  it('names every kind of event that capabilities tell, in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      const { t } = i18nFor(locale)
      const nameless = TIMELINE_SOURCES.filter(({ name }) => t(`crm:timelineOf.${name}`, '') === '')
      expect(nameless.map(({ name }) => name)).toEqual([])
    }
  })
})
