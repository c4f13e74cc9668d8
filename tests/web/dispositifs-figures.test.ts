import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { countYear } from '#server/dispositifs/figures/count-year.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { cellsOf } from '#tests/support/csv-cells.ts'
import { useDatabase } from '#tests/support/database.ts'
import { useDemoData } from '#tests/support/demo-data.ts'
import { aDispositif } from '#tests/support/dispositifs.ts'
import { asRead, decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { noonOf } from '#tests/support/people.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
useDemoData(database, { networks: 2 })
const DESK = '/so-cooperation/bureau/dispositifs'
let app: TestApp
let staff: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp({ clock: noonOf('2026-11-20') })
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
})

const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const ask = (path: string, as = cookie) => app.request(path, { headers: { cookie: as } })
const plain = (text: string) => asRead(decoded(text)).replaceAll('\u202f', ' ')
const read = async (path: string) => plain(await (await ask(path)).text())
/** What is told between tags, without them. */
const told = (html: string) =>
  html
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
/** The lines of the first table, cell by cell. */
const linesOf = (html: string) =>
  html
    .split('<tbody>')[1]!
    .split('</tbody>')[0]!
    .split('<tr>')
    .slice(1)
    .map((line) =>
      line
        .split('<td')
        .slice(1)
        .map((cell) => told(`<td${cell}`).trim()),
    )
const hrefsOf = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!)

describe('The year 2025 of SO Coopération', () => {
  it('comes out as its report counts it: received, instructed, financed, and the share computed', async () => {
    const lines = linesOf(await read(`${DESK}/bilan?annee=2025`))
    const counts = Object.fromEntries(
      lines.map(([label, , instructed, financed, share]) => [label, [instructed, financed, share]]),
    )
    expect(counts).toMatchObject({
      ISI: ['26', '13', '50 %'],
      JSI: ['7', '2', '28,6 %'],
      'VVV-SI': ['5', '3', '60 %'],
      'Ensemble : ISI, JSI, VVV-SI': ['38', '18', '47,4 %'],
      INCUB: ['8', '8', '100 %'],
      ETUDES: ['4', '3', '75 %'],
    })
  })

  it('shows JSI’s 22 French young people and its 8 girls and 13 boys, side by side and unmended', async () => {
    const text = told(await read(`${DESK}/bilan?annee=2025`))
    expect(text).toContain('Jeunes de France : 22 (8 filles + 13 garçons)')
    expect(text).toContain('Jeunes d’autres pays : 28 (7 filles + 21 garçons)')
    expect(text).toContain('Jeunes de France : 33 (16 filles + 17 garçons)')
    expect(text).toContain('Jeunes d’autres pays : 24 (16 filles + 8 garçons)')
    expect(text).toContain('Anomalie ouverte. Jeunes de France : 22 annoncés, 21 comptés.')
    expect(text).toContain('Les rives de l’Ouémé – Jeunes de France : 12 annoncés, 11 comptés')
    expect(text.match(/Anomalie ouverte/g)).toHaveLength(1)
  })

  it('counts an organisation of the incubator and of the studies once, and names it', async () => {
    const text = told(await read(`${DESK}/bilan?annee=2025`))
    expect(text).toContain('8 projets incubés, 9 structures')
    expect(text).toContain('3 études préalables financées, 3 structures')
    expect(text).toMatch(/2 structures dans les deux : Assoencore , Floki/)
    expect(text).toContain('10 structures accompagnées, chacune comptée une fois')
  })

  it('counts juries that serve several schemes once, and who read or sat each once', async () => {
    expect(told(await read(`${DESK}/bilan?annee=2025`))).toContain(
      '4 jurys, 18 instructeurs de 10 structures',
    )
  })

  it('leads from each figure of a session to as many rows', async () => {
    const html = await read(`${DESK}/bilan?annee=2025`)
    const [line] = html
      .split('<tbody>')[1]!
      .split('<tr>')
      .filter((one) => told(one).includes('ISI · Session 1 de 2025'))
    const [, received, instructed, financed] = hrefsOf(line!)
    for (const [href, count] of [
      [received, 16],
      [instructed, 14],
      [financed, 7],
    ] as const)
      expect(told(await read(href!))).toContain(`${count} dossiers`)
  })

  it('goes out as a table whose lines are those of the page', async () => {
    const sent = await ask(`${DESK}/bilan/exporter?annee=2025`)
    expect(sent.headers.get('content-disposition')).toContain('bilan-dispositifs-2025.csv')
    const cells = cellsOf((await sent.text()).replace('\uFEFF', ''))
    const jsi = cells.filter(([scheme]) => scheme === 'JSI')
    expect(jsi[0]!.slice(0, 5)).toEqual(['JSI', 'Toutes les sessions', '8', '7', '2'])
    expect(jsi[1]!.slice(0, 3)).toEqual(['JSI', 'Session 1 de 2025', '4'])
    expect(jsi.at(-2)).toEqual([
      ...['JSI', 'Jeunes de France', '22', '8 filles + 13 garçons', '22 annoncés, 21 comptés'],
    ])
  })
})

type Counts = { total: number; girls: number; boys: number }
const people = ({ total, girls, boys }: Counts) => {
  const none = { total: null, girls: null, boys: null, other: null, bands: [] }
  return JSON.stringify({ french: { ...none, total, girls, boys }, foreign: none })
}

let number = 0
/** A dossier planted in a session, led through these states; what it asks grows with its number. */
async function led(
  session: string,
  formId: string,
  states: string[],
  counts: { planned?: Counts; achieved?: Counts } = {},
) {
  number += 1
  const id = randomUUID()
  const { planned, achieved } = counts
  await rows(
    `insert into dossier (network_id, id, session_id, number, origin, form_id, title, countries, requested_cents,
       planned, achieved, state, moved_at, submitted_at)
     values ($1, $2, $3, $4, 'behalf', $5, $6, $7, $8, $9, $10, $11, now(), $12)`,
    [
      ...[staff.network.id, id, session, number, formId, `Planté ${number}`, [number % 2 ? 'SN' : 'TG']],
      ...[number * 1000_00, planned ? people(planned) : null, achieved ? people(achieved) : null],
      ...[states[0], states[0] === 'draft' ? null : '2031-02-01'],
    ],
  )
  for (const state of states.slice(1))
    await rows(
      `update dossier set state = $2, moved_at = now(), move_reason = 'Planté',
         merged_into = case when $2 = 'merged' then id end where id = $1`,
      [id, state],
    )
  return id
}

const CHECKED = ['submitted', 'complete', 'eligible', 'instructed']

describe('A year', () => {
  it('counts what was submitted, what was once instructed, and what is financed still', async () => {
    const call = { year: 2031, steps: ['instruction'] }
    const { formId, session } = await aDispositif(database.superuser, staff.network.id, { call })
    number = 0
    await led(session, formId, ['draft'])
    await led(session, formId, [...CHECKED, 'eligible'])
    await led(session, formId, [...CHECKED, 'opined', 'financed'], {
      planned: { total: 10, girls: 5, boys: 5 },
      achieved: { total: 9, girls: 4, boys: 4 },
    })
    await led(session, formId, [...CHECKED, 'opined', 'financed'], {
      planned: { total: 6, girls: 2, boys: 4 },
    })
    await led(session, formId, [...CHECKED, 'opined', 'financed', 'renounced'], {
      planned: { total: 50, girls: 25, boys: 25 },
    })
    await led(session, formId, [...CHECKED, 'opined', 'refused'])
    await led(session, formId, ['submitted', 'merged'])
    await led(session, formId, ['submitted', 'withdrawn'])
    const { sessions } = await countYear(staff, 2031)
    expect(sessions).toHaveLength(1)
    const { received, instructed, financed, requestedCents, financedCents, countries } = sessions[0]!
    expect({ received, instructed, financed }).toEqual({ received: 6, instructed: 5, financed: 2 })
    expect(requestedCents).toBe((2 + 3 + 4 + 5 + 6 + 8) * 1000_00)
    expect(financedCents).toBe((3 + 4) * 1000_00)
    expect(countries).toEqual(['SN', 'TG'])
    const { people, told, disagreeing } = sessions[0]!
    expect(told).toBe(2)
    expect(people.french).toEqual({ typed: 15, counted: 14, girls: 6, boys: 8, other: 0 })
    expect(disagreeing.map(({ title }) => title)).toEqual(['Planté 3'])
  })

  it('in which no session was held says so, and what to do', async () => {
    expect(told(await read(`${DESK}/bilan?annee=1999`))).toContain('Aucune session en 1999')
  })

  it('of another network stays with it', async () => {
    const other = await staffOf(database.superuser, 'occitanie-cooperation')
    expect((await countYear(other, 2031)).sessions).toEqual([])
  })
})
