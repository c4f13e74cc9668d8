import { expect, test } from 'vitest'
import { readSites } from './framing.ts'

test.each([
  ['https://www.reseau.org/', 'https://www.reseau.org'],
  ['www.reseau.org/annuaire?x=1', 'https://www.reseau.org'],
  ['HTTPS://Reseau.ORG', 'https://reseau.org'],
  ['http://preproduction.reseau.org:8080', 'http://preproduction.reseau.org:8080'],
  ['réseau.org', 'https://xn--rseau-bsa.org'],
])('understands %s', (typed, site) => {
  expect(readSites(typed)).toEqual({ sites: [site], wrong: [] })
})

test('reads several, once each, and gives back what is no site', () => {
  expect(
    readSites(
      "a.org, b.org\nhttps://a.org/x javascript:alert(1) * 'none' https://*.org ftp://a.org reseau https://me@a.org",
    ),
  ).toEqual({
    sites: ['https://a.org', 'https://b.org'],
    wrong: [
      'javascript:alert(1)',
      '*',
      "'none'",
      'https://*.org',
      'ftp://a.org',
      'reseau',
      'https://me@a.org',
    ],
  })
})
