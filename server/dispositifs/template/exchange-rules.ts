import { said } from './said.ts'
import type { TemplateInput } from './template.schema.ts'

const source = {
  text: 'Fonjep, dossier d’information JSI et VVV-SI 2023 ; appels 2022 à 2024',
  url: 'https://www.fonjep.org',
  from: '2022-01-01',
} as const

/** Départements where the higher ceiling applies: overseas and Corsica. */
const OVERSEAS_AND_CORSICA = ['971', '972', '973', '974', '976', '2A', '2B']

/** JSI and VVV-SI are judged alike. */
export const exchangeRules: TemplateInput['rules'] = [
  {
    ...{ key: 'holder', kind: 'holder_kinds', kinds: ['association'], source },
    why: said(
      'Le projet est porté par une association française.',
      'The project is run by a French association.',
    ),
  },
  {
    ...{ key: 'group', kind: 'head_count', of: 'french', min: 4, max: 16, source },
    why: said(
      'Le groupe français compte de 4 à 16 jeunes ; les accompagnateurs ne comptent pas.',
      'The French group has 4 to 16 young people; accompanying adults are not counted.',
    ),
  },
  {
    ...{ key: 'partner_group', kind: 'head_count', of: 'foreign', min: 1, blocking: false, source },
    why: said(
      'L’échange se fait avec un groupe de jeunes du pays partenaire.',
      'The exchange is with a group of young people from the partner country.',
    ),
  },
  {
    ...{ key: 'ages', kind: 'ages', min: 15, max: 25, source },
    why: said('Les jeunes ont de 15 à 25 ans.', 'The young people are aged 15 to 25.'),
  },
  {
    ...{ key: 'days', kind: 'action_days', min: 10, source },
    why: said(
      'Le séjour comprend au moins 10 jours d’action de solidarité internationale, sur une quinzaine de jours.',
      'The stay includes at least 10 days of solidarity action, out of about fifteen days.',
    ),
  },
  {
    ...{ key: 'ceiling', kind: 'amount_ceiling', maxCents: 8_500_00, source },
    elsewhere: { maxCents: 10_000_00, departments: OVERSEAS_AND_CORSICA },
    why: said(
      'La subvention ne dépasse pas 8 500 €, ou 10 000 € pour les associations d’Outre-mer et de Corse.',
      'The grant is at most €8,500, or €10,000 for associations overseas and in Corsica.',
    ),
  },
  {
    ...{ key: 'share', kind: 'budget_share', maxBasisPoints: 5000, source },
    why: said(
      'Elle couvre au plus la moitié du budget, valorisations en nature et bénévolat non compris.',
      'It covers at most half of the budget, gifts in kind and volunteer time left out.',
    ),
  },
  {
    ...{ key: 'country', kind: 'countries', countries: ['FR'], oda: true, source },
    why: said(
      'L’action a lieu en France, pour un accueil, ou dans un pays éligible à l’aide publique au développement (liste du CAD de l’OCDE).',
      'The action takes place in France, when hosting, or in a country eligible for official development assistance (OECD DAC list).',
    ),
  },
  {
    ...{ key: 'dates', kind: 'action_dates', source },
    why: said(
      'Le séjour a lieu entre les dates annoncées pour la session.',
      'The stay takes place between the dates announced for the session.',
    ),
  },
  {
    ...{ key: 'sponsor', kind: 'sponsor_accredited', source },
    why: said(
      'Une association marraine habilitée accompagne le projet, valide le dépôt en dernier ressort et garantit l’emploi de la subvention.',
      'An accredited sponsor accompanies the project, validates the application in the last resort and answers for the grant.',
    ),
  },
  {
    ...{ key: 'documents', kind: 'documents', source },
    documents: [
      {
        key: 'sponsorship_agreement',
        label: said('Convention de parrainage signée', 'Signed sponsorship agreement'),
      },
      {
        key: 'partner_letter',
        label: said('Engagement du partenaire étranger', 'Commitment of the foreign partner'),
      },
      { key: 'signed_budget', label: said('Budget prévisionnel signé', 'Signed project budget') },
    ],
    why: said(
      'Ces pièces sont demandées à tous ; le bilan technique et financier vient après le séjour.',
      'Everyone is asked for these documents; the technical and financial report comes after the stay.',
    ),
  },
]
