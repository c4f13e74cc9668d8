import { describe, expect, it } from 'vitest'
import { DEFAULT_LETTERS } from './default-letters.ts'
import { emptyGaps, fillGaps, GAPS, type GapValues, LETTERS, unknownGaps } from './letter.ts'

const values = (given: Partial<GapValues>) =>
  ({ ...Object.fromEntries(GAPS.map((gap) => [gap, ''])), ...given }) as GapValues

describe('A letter', () => {
  it('is filled with what is known of the dossier, and says by a dash what is not', () => {
    const text = 'À {{porteur}} : {{ montant }}, réf. {{reference}}'
    const known = values({ porteur: 'Les Passeurs', montant: '1 500 €' })
    expect(fillGaps(text, known)).toBe('À Les Passeurs : 1 500 €, réf. —')
    expect(emptyGaps(text, known)).toEqual(['reference'])
  })

  it('tells the gaps that no dossier fills, as they were written, and braces that open nothing', () => {
    expect(unknownGaps('{{porteur}} {{ montent }} {{}} {{montent}}')).toEqual(['montent', ''])
    expect(unknownGaps('{{porteur} et le reste')).toEqual(['{{'])
    expect(unknownGaps('une accolade { seule }')).toEqual([])
  })

  it('never fills what a dossier itself wrote', () => {
    expect(fillGaps('{{projet}}', values({ projet: '{{montant}}', montant: '9 €' }))).toBe('{{montant}}')
  })

  it.each(LETTERS)('comes ready for « %s », with gaps that are filled', (key) => {
    const { subject, body } = DEFAULT_LETTERS[key]
    expect(unknownGaps(`${subject} ${body}`)).toEqual([])
    expect(body).toContain('{{personne}}')
  })
})

it('puts no name after « de », which a vowel would elide', () => {
  for (const { subject, body } of Object.values(DEFAULT_LETTERS))
    expect(subject + body).not.toMatch(/\b(de|du|le|la|que) \{\{(porteur|marraine)\}\}/)
})
