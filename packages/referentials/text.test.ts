import fc from 'fast-check'
import { expect, test } from 'vitest'
import { avatarOf, foldText, initialsOf, slugify } from './text.ts'

test('folds accents, ligatures, apostrophes and spaces', () => {
  expect(foldText('  L’Œuvre  de\u00a0Çà et LÀ ')).toBe("l'oeuvre de ca et la")
})

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => foldText(foldText(text)) === foldText(text)),
  )
})

test('makes an address out of a name', () => {
  expect(slugify("Les Amis du Mali – Section d'Ambérieu")).toBe('les-amis-du-mali-section-d-amberieu')
})

test('cuts a long address between two words', () => {
  expect(slugify('eau et assainissement', 10)).toBe('eau-et')
  expect(slugify('eau et assainissement', 6)).toBe('eau-et')
  expect(slugify('assainissement', 5)).toBe('assai')
})

test('never makes an empty address', () => {
  expect(slugify('—')).toBe('fiche')
  expect(slugify('日本')).toBe('fiche')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugify(text))),
  )
})

test.each([
  ['Association des Amis du Mali', 'AAM'],
  ['Comité de jumelage', 'CJ'],
  ['L’Eau pour l’Afrique', 'EA'],
  ['GESCOD', 'GES'],
  ['Réseau RESACOOP', 'RES'],
  ['Association A.D.E.R.', 'ADE'],
  ['ASSOCIATION LES AMIS DU MALI', 'AAM'],
  ['école du monde', 'ÉM'],
  ['de la', 'DL'],
  ['…', '?'],
])('shortens « %s » to %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})

test('shows an acronym before initials', () => {
  expect(avatarOf('Les Puits de Kara', 'lpkara')).toBe('LPK')
  expect(avatarOf('Les Puits de Kara', '')).toBe('PK')
  expect(avatarOf('Les Puits de Kara', null)).toBe('PK')
})
