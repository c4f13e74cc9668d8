import { expect, it } from 'vitest'
import { inFrench } from './typography.ts'

it.each([
  [
    'L’annuaire de Occitanie Coopération',
    { network: 'Occitanie Coopération' },
    'L’annuaire d’Occitanie Coopération',
  ],
  ['De Éléonore', { name: 'Éléonore' }, 'D’Éléonore'],
  ['L’annuaire de SO Coopération', { network: 'SO Coopération' }, 'L’annuaire de SO Coopération'],
  ['La page de Amis de Abidjan (75)', { name: 'Amis de Abidjan (75)' }, 'La page d’Amis de Abidjan (75)'],
  ['Le grand monde Ouest', { name: 'Ouest' }, 'Le grand monde Ouest'],
  ['Qui : « moi » ?', {}, 'Qui\u00a0: «\u00a0moi\u00a0»\u00a0?'],
])('« %s » is written as French is', (text, put, expected) => {
  expect(inFrench(text, put)).toBe(expected)
})
