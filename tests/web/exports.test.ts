import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readTable } from '#packages/spreadsheet/read-table.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { cellsOf } from '#tests/support/csv-cells.ts'
import { useDatabase } from '#tests/support/database.ts'
import { FORMULAS, SCRIPTS } from '#tests/support/hostile-texts.ts'
import { startApp, type TestApp } from '#tests/support/http.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
const API = '/api/v1/so-cooperation/organisations'

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  await aListing(staff, {
    name: 'Sans lieu',
    insee: null,
    acronym: 'SL',
    website: 'www.exemple.fr',
    sdgs: [4, 6],
  })
  for (const text of [...FORMULAS, ...SCRIPTS])
    await aListing(staff, { name: text, acronym: text.slice(0, 40), address: text, description: text })
})

const read = async (path: string) => {
  const response = await app.request(path)
  // Decoded by hand: reading it as text would hide the byte-order mark.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
  return { response, text }
}

describe('The spreadsheet of a search', () => {
  it('opens as French Excel expects: byte-order mark, semicolons, a name', async () => {
    const { response, text } = await read(`${API}.csv?q=sans+lieu`)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="organisations.csv"')
    expect(text.startsWith('\uFEFFNom;Sigle;Type;')).toBe(true)
    expect(cellsOf(text.slice(1))[1]).toEqual([
      'Sans lieu', 'SL', 'Association', '', '', '', '', 'Togo', 'Éducation', '4 | 6', 'non', 'SO Coopération',
      'https://www.exemple.fr',
      'http://maillage.test/so-cooperation/annuaire/sans-lieu',
    ]) // biome-ignore format: one line of the file
  })

  it('holds every listing of the search, each on one line of as many cells as there are headings', async () => {
    const [headings, ...lines] = cellsOf((await read(`${API}.csv`)).text.slice(1))
    expect(lines).toHaveLength(FORMULAS.length + SCRIPTS.length + 1)
    for (const line of lines) expect(line).toHaveLength(headings!.length)
  })

  it('computes nothing: no cell starts as a formula does, and what was written can still be read', async () => {
    const cells = cellsOf((await read(`${API}.csv`)).text.slice(1))
    const names = cells.map(([name]) => name!)
    for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
    for (const formula of FORMULAS) expect(names.map((name) => name.replace(/^'/, ''))).toContain(formula)
  })

  it('speaks the language asked, and says on each line that a demonstration is one', async () => {
    const english = await app.request(`${API}.csv`, { headers: { 'accept-language': 'en-GB,en' } })
    expect(cellsOf(await english.text())[0]!.slice(0, 3)).toEqual(['Name', 'Acronym', 'Kind'])
    const demonstration = await (await startApp({ demo: true })).request(`${API}.csv`)
    expect(demonstration.headers.get('content-disposition')).toContain('demonstration')
    const [headings, ...lines] = cellsOf(await demonstration.text())
    expect(headings!.at(-1)).toBe('Note')
    expect(new Set(lines.map((line) => line.at(-1)))).toEqual(new Set(['Données de démonstration']))
  })
})

describe('The workbook of a search', () => {
  it('holds the same rows as its spreadsheet, texts that nothing computes', async () => {
    const response = await app.request(`${API}.xlsx`)
    expect(response.headers.get('content-type')).toContain('spreadsheetml')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="organisations.xlsx"')
    const path = join(mkdtempSync(join(tmpdir(), 'maillage-')), 'list')
    writeFileSync(path, Buffer.from(await response.arrayBuffer()))
    const { kind, headings, rows } = await readTable(path)
    const [of, ...lines] = cellsOf((await read(`${API}.csv`)).text.slice(1))
    expect([kind, headings]).toEqual(['xlsx', of])
    const cells: string[][] = []
    for await (const row of rows) cells.push(row.cells)
    const plain = (names: string[][]) => names.map(([name]) => name!.replace(/^'/, '')).sort()
    expect(plain(cells)).toEqual(plain(lines))
  })

  it('keeps the filters, and the panorama has its own', async () => {
    expect((await app.request(`${API}.xlsx?nope=1`)).status).toBe(400)
    const projects = await app.request('/api/v1/so-cooperation/projects.xlsx')
    expect(projects.headers.get('content-disposition')).toBe('attachment; filename="projets.xlsx"')
  })
})

describe('The map of a search', () => {
  it('is a valid collection of points, for listings that have a place', async () => {
    const { response, text } = await read(`${API}.geojson`)
    expect(response.headers.get('content-type')).toBe('application/geo+json; charset=utf-8')
    const { type, features } = JSON.parse(text)
    expect([type, features.length]).toEqual(['FeatureCollection', FORMULAS.length + SCRIPTS.length])
    for (const feature of features) {
      expect(feature).toMatchObject({ type: 'Feature', geometry: { type: 'Point' } })
      const [lon, lat] = feature.geometry.coordinates
      expect([Math.floor(lon), Math.floor(lat)]).toEqual([-1, 46]) // longitude first: Niort, not the sea
      expect(feature.properties).toMatchObject({ slug: expect.any(String), name: expect.any(String) })
    }
  })

  it('is valid when it is empty', async () => {
    const empty = await read(`${API}.geojson?country=FJ`)
    expect(JSON.parse(empty.text)).toEqual({ type: 'FeatureCollection', features: [] })
    expect(cellsOf((await read(`${API}.csv?country=FJ`)).text)).toHaveLength(1)
  })
})
