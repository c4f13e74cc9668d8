import { expect, it } from 'vitest'
import { templateByKey } from '../template/templates.ts'
import { targetsOf } from './targets.ts'

const named = (template: string, heading: string) =>
  targetsOf(templateByKey(template)!.form, true)
    .filter(({ named: names }) => names.includes(heading))
    .map(({ key }) => key)

it('reads what is requested into the question that asks it, and not into a line of the budget as well', () => {
  expect(named('jsi', 'montant demande')).toEqual(['f.requested'])
})
