import { describe, expect, it } from 'vitest'
import { noFacts } from '#server/dispositifs/rule/dossier-facts.ts'
import { judgeDossier } from '#server/dispositifs/rule/judge-dossier.ts'
import { type RuleInput, rule as ruleSchema } from '#server/dispositifs/rule/rule.schema.ts'
import { asRead } from '#tests/support/html-elements.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'
import { foundWords } from './found-words.ts'
import { fillWords } from './public/fill-words.ts'
import { type CallDays, countriesNamed, ruleWords } from './rule-words.ts'

type Said<Input> = Input extends unknown ? Omit<Input, 'key' | 'why' | 'source'> : never
const made = (said: Said<RuleInput>) =>
  ruleSchema.parse({ key: 'tried', why: { fr: 'Lue', en: 'Read' }, source: { text: 'FONJEP' }, ...said })
/** Spaces that only hold words together are spaces, the narrow ones too. */
const plain = (text: string) => asRead(text).replaceAll('\u202f', ' ')
const told = (said: Said<RuleInput>, locale: Locale = 'fr', call?: CallDays) =>
  plain(ruleWords(made(said), i18nFor(locale).t, locale, call))
const OVERSEAS = ['971', '972', '973', '974', '976']
const label = { fr: 'Pièce', en: 'Document' }

describe('A rule in plain words', () => {
  it.each<[Said<RuleInput>, string, string]>([
    [{ kind: 'ages', min: 15, max: 25 }, 'Entre 15 et 25 ans', 'Between 15 and 25 years old'],
    [{ kind: 'ages', min: 0, max: 29 }, '29 ans au plus', 'At most 29 years old'],
    [{ kind: 'ages', min: 60, max: 120 }, '60 ans au moins', 'At least 60 years old'],
    [
      { kind: 'head_count', of: 'foreign', min: 1 },
      '1 jeune étranger au moins',
      'At least 1 foreign young person',
    ],
    [
      { kind: 'head_count', of: 'all', max: 40 },
      '40 jeunes au plus en tout',
      'At most 40 young people in all',
    ],
    [
      { kind: 'budget_share', maxBasisPoints: 7000 },
      '70 % du budget au plus, valorisations non comprises',
      'At most 70% of the budget, contributions in kind left out',
    ],
    [{ kind: 'amount_ceiling', maxCents: 400_050 }, '4 000,50 € au plus', 'At most €4,000.50'],
    [
      { kind: 'amount_ceiling', maxCents: 1, elsewhere: { maxCents: 200, departments: OVERSEAS } },
      '0,01 € au plus (2 € outre-mer)',
      'At most €0.01 (€2 overseas)',
    ],
    [
      { kind: 'amount_ceiling', maxCents: 100, elsewhere: { maxCents: 200, departments: ['11', '30'] } },
      '1 € au plus (2 € dans ces départements : Aude, Gard)',
      'At most €1 (€2 in these départements: Aude, Gard)',
    ],
    [{ kind: 'action_days', min: 10 }, '10 jours d’action au moins', 'At least 10 days of action'],
    [
      { kind: 'files_per_holder', max: 1 },
      'Un seul dossier par structure, pour cet appel et dans la région',
      'One file per organisation, for this call and in the region',
    ],
    [
      { kind: 'documents', documents: [{ key: 'one', label }] },
      'Une pièce jointe au dossier',
      'One document with the file',
    ],
    [
      { kind: 'countries', countries: ['TG', 'BJ'] },
      'Action dans l’un de ces pays : Togo ou Bénin',
      'Action in one of these countries: Togo or Benin',
    ],
    [
      { kind: 'holder_kinds', kinds: ['association', 'diaspora_association'] },
      'Porté par : association ou OSIM, collectif COSIM',
      'Held by: association or diaspora association',
    ],
  ])('says %j', (said, french, english) => {
    expect(told(said)).toBe(french)
    expect(told(said, 'en')).toBe(english)
  })

  it('takes the days of the call where it has none of its own', () => {
    const rule = { kind: 'action_dates' } as const
    const call = { actionsFrom: '2027-01-01', actionsTo: '2027-08-31' }
    expect(told(rule, 'fr', call)).toBe('Action entre le 1er janvier 2027 et le 31 août 2027')
    expect(told({ ...rule, to: '2027-02-28' })).toBe('Action terminée le 28 février 2027 au plus tard')
    expect(told(rule)).toBe('Action aux dates que dit l’appel')
  })

  it('counts a long list of countries, which is read in full beside it', () => {
    const rule = made({
      kind: 'countries',
      countries: ['TG', 'BJ', 'SN', 'ML', 'BF', 'NE', 'CI', 'GN', 'MA'],
    })
    expect(ruleWords(rule, i18nFor('fr').t, 'fr')).toBe('Action dans l’un des 9 pays de la liste')
    expect(countriesNamed(rule, 'fr').slice(0, 2)).toEqual(['Bénin', 'Burkina Faso'])
  })
})

describe('What a judgement found', () => {
  const labels = { documents: { one: 'Convention' }, countries: { DE: 'Allemagne' } }
  const found = (said: Said<RuleInput>, facts: object) =>
    judgeDossier([made(said)], { ...noFacts(), ...facts })[0]!
  const cases: [Said<RuleInput>, object, string][] = [
    [{ kind: 'ages', min: 15, max: 25 }, { youngest: 14, oldest: 26 }, 'Indiqué : de 14 à 26 ans.'],
    [{ kind: 'ages', min: 15, max: 25 }, {}, ''],
    [
      { kind: 'budget_share', maxBasisPoints: 5000 },
      { requestedCents: 850_000, baseCents: 1_600_000 },
      'La demande représente 53,13 % du budget (8 500 € sur 16 000 €).',
    ],
    [{ kind: 'documents', documents: [{ key: 'one', label }] }, {}, 'Reste à réunir : Convention.'],
    [{ kind: 'countries', oda: true }, { countries: ['DE'] }, 'N’est pas dans la liste : Allemagne.'],
  ]

  it.each(cases)('by %j in %j is said', (said, facts, wanted) => {
    expect(plain(foundWords(found(said, facts), i18nFor('fr').t, 'fr', labels))).toBe(wanted)
  })

  it.each(cases)('by %j in %j is said the same by a page with no other words', (said, facts, wanted) => {
    const templates = i18nFor('fr').getResource('fr', 'dispositifs', 'public.found')
    expect(plain(foundWords(found(said, facts), fillWords(templates, 'fr'), 'fr', labels))).toBe(wanted)
  })
})
