import { describe, expect, it } from 'vitest'
import { type FieldInput, formDefinition } from '../form/form.schema.ts'
import { visibleFields } from '../form/form.ts'
import { onlySections, withoutNames } from './without-names.ts'

const field = (key: string, over: Partial<FieldInput> = {}): FieldInput => ({
  ...{ key, type: 'short_text', label: { fr: key, en: key } },
  ...over,
})
const form = formDefinition.parse({
  sections: [
    {
      ...{ key: 'holder', title: { fr: 'Vous', en: 'You' } },
      fields: [
        field('partner', { type: 'organisation' }),
        field('statutes', { type: 'file' }),
        field('role', { showIf: { field: 'partner', is: 'filled' } }),
      ],
    },
    {
      ...{ key: 'project', title: { fr: 'Le projet', en: 'The project' } },
      showIf: { field: 'partner', is: 'filled' },
      fields: [field('place'), field('never', { showIf: { field: 'place', is: 'equals', value: 'Lomé' } })],
    },
  ],
})
const answers = {
  partner: { id: null, name: 'Les Passerelles' },
  statutes: [{ id: '0198a000-0000-7000-8000-000000000000', name: 'Statuts des Passerelles.pdf' }],
  ...{ role: 'Partenaire', place: 'Sokodé' },
}
const shown = (one: ReturnType<typeof withoutNames>) =>
  visibleFields(one.form, one.answers).map(({ key }) => key)

describe('A form read without names', () => {
  it('still shows what depends on a name that is left out, and nothing of the name nor of its papers', () => {
    const read = withoutNames(form, answers)
    expect(shown(read)).toEqual(['role', 'place'])
    expect(JSON.stringify(read)).not.toContain('Passerelles')
  })
})

describe('A form of which somebody reads one section', () => {
  it('shows it whole, though its condition looks at another', () => {
    const read = onlySections(form, answers, ['project'])
    expect(shown(read)).toEqual(['place'])
    expect(Object.keys(read.answers)).toEqual(['place', 'never'].filter((key) => key in answers))
  })

  it('shows nothing of one that its dossier does not have', () => {
    expect(shown(onlySections(form, {}, ['project']))).toEqual([])
  })
})
