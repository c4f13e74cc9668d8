import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TEMPLATES } from '../template/templates.ts'
import { columnsOfAnswers, factsOfAnswers } from './facts-of-answers.ts'
import { formDefinition } from './form.schema.ts'
import { cleaned, faultsOf, missing, progress, visibleFields } from './form.ts'

/** Any JSON for any field of a form, known or not. */
const sentTo = (keys: readonly string[]) =>
  fc.dictionary(
    fc.constantFrom(...keys, '__proto__', 'constructor', 'stranger'),
    fc.oneof(
      fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }),
      fc.constantFrom(
        'a\u0000b',
        '\ud800',
        Number.POSITIVE_INFINITY,
        { '\u0000': 1 },
        { from: '2025-01-01', to: null },
      ),
    ),
  )

/** What PostgreSQL refuses in jsonb: NUL, and half of a pair. */
const REFUSED = /\\u0000|\\ud[89ab]|\\ud[c-f]/i

describe.each(TEMPLATES)('The form of $code', ({ form }) => {
  const keys = form.sections.flatMap(({ fields }) => fields.map(({ key }) => key))

  it('takes anything that is sent, keeps what the database takes, and keeps it the same a second time', () => {
    fc.assert(
      fc.property(sentTo(keys), (sent) => {
        const kept = cleaned(form, sent)
        expect(Object.keys(kept).filter((key) => !keys.includes(key))).toEqual([])
        expect(JSON.stringify(kept)).not.toMatch(REFUSED)
        expect(cleaned(form, JSON.parse(JSON.stringify(kept)))).toEqual(kept)
      }),
    )
  })

  it('judges whatever it kept without falling over', () => {
    fc.assert(
      fc.property(sentTo(keys), (sent) => {
        const kept = cleaned(form, sent)
        const shown = visibleFields(form, kept).map(({ key }) => key)
        for (const key of [...Object.keys(faultsOf(form, kept)), ...missing(form, kept)])
          expect(shown).toContain(key)
        const { filled, wanted } = progress(form, kept)
        expect(filled).toBeLessThanOrEqual(wanted)
        factsOfAnswers(form, kept, { submitting: true })
        columnsOfAnswers(form, kept)
      }),
    )
  })
})

describe('A form', () => {
  it('has no field by a name that every object answers to', () => {
    const words = { fr: 'Champ', en: 'Field' }
    const fields = [{ key: 'constructor', type: 'short_text', label: words }]
    expect(formDefinition.safeParse({ sections: [{ key: 'one', title: words, fields }] }).success).toBe(false)
  })

  it('loses nothing of a text that is too long', () => {
    const { form } = TEMPLATES[0]!
    const long = 'é'.repeat(1300)
    expect(cleaned(form, { summary: `${long}\u0000` })).toEqual({ summary: long })
    expect(faultsOf(form, { summary: long })).toEqual({ summary: 'too_long' })
  })
})
