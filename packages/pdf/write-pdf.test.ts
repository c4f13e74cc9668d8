import { describe, expect, it } from 'vitest'
import { subsetOf } from './fonts.server.ts'
import { linesOf, runsOf } from './lay-out.ts'
import type { Paper } from './pdf.ts'
import { writePdf } from './write-pdf.server.ts'

const paper = (blocks: Paper['blocks']): Paper => ({
  ...{ title: 'Accusé de dépôt', lang: 'fr', from: 'Réseau d’essai', at: new Date('2026-01-10T12:00:00Z') },
  ...{ pageOf: (page: number, pages: number) => `Page ${page} sur ${pages}`, blocks },
})
const pagesIn = (bytes: Buffer) => bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length

describe('a paper', () => {
  it('is a tagged PDF with its language and its title', async () => {
    const bytes = await writePdf(paper([{ kind: 'text', text: 'Bonjour' }]))
    const text = bytes.toString('latin1')
    expect(text.startsWith('%PDF-1.7')).toBe(true)
    expect(text).toContain('/Marked true')
    expect(text).toContain('/Lang (fr)')
    expect(text).toContain('/S /H1')
  })

  it('goes on to as many pages as it needs, table and text alike', async () => {
    const rows = Array.from({ length: 90 }, (_, nth) => [String(nth), 'Une ligne du budget'])
    const columns = [{ label: 'N°' }, { label: 'Intitulé', share: 5 }]
    const bytes = await writePdf(paper([{ kind: 'table', columns, rows }]))
    expect(pagesIn(bytes)).toBeGreaterThan(2)
    const long = await writePdf(paper([{ kind: 'text', text: 'Un projet de jeunes. '.repeat(900) }]))
    expect(pagesIn(long)).toBeGreaterThan(3)
    const cell = [{ kind: 'table' as const, columns, rows: [['1', 'Un projet de jeunes. '.repeat(900)]] }]
    expect(pagesIn(await writePdf(paper(cell)))).toBeGreaterThan(3)
  })

  it('is the same bytes for the same paper', async () => {
    const one = paper([{ kind: 'facts', rows: [['Numéro', 'ISI 12']] }])
    expect((await writePdf(one)).equals(await writePdf(one))).toBe(true)
  })

  it('owes nothing to the papers that were written before it, whose fonts it shares', async () => {
    const one = paper([{ kind: 'facts', rows: [['Numéro', 'Office difficile, 12\u00a0000\u00a0€']] }])
    const before = await writePdf(one)
    await writePdf(
      paper([{ kind: 'text', text: 'Office difficile : Ελλάδα, Việt Nam, 12 000 €', bold: true }]),
    )
    expect((await writePdf(one)).equals(before)).toBe(true)
  })
})

describe('lines', () => {
  const each = ({ text }: { text: string }) => text.length
  const told = (text: string, width: number) =>
    linesOf(text, width, subsetOf, each).map((line) => line.map((run) => run.text).join(''))

  it('break at plain spaces, and never at fixed ones', () => {
    expect(told('un deux trois', 8).map((line) => line.trimEnd())).toEqual(['un deux', 'trois'])
    expect(told('à 4\u202f000\u00a0€', 7).map((line) => line.trimEnd())).toEqual(['à', '4\u00a0000\u00a0€'])
  })

  it('write the narrow space of French figures as one that fonts can draw', () => {
    const written = runsOf(new Intl.NumberFormat('fr').format(12_960), subsetOf)
    expect(written).toEqual([{ subset: 'latin', text: '12\u00a0960' }])
  })

  it('cut a word that no line can hold, and lose none of it', () => {
    expect(told('anticonstitutionnellement', 10).join('')).toBe('anticonstitutionnellement')
    expect(told('a-b c\n\nd', 3)).toEqual(['a-b ', 'c', '', 'd'])
  })

  it('change font for letters that the first one lacks', () => {
    expect(runsOf('Thừa Thiên', subsetOf).map(({ subset }) => subset)).toContain('vietnamese')
    expect(runsOf('Œuvre à Besançon', subsetOf)).toEqual([{ subset: 'latin', text: 'Œuvre à Besançon' }])
  })
})
