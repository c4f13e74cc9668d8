import { isiForm } from './isi-form.ts'
import { said } from './said.ts'
import type { TemplateInput } from './template.schema.ts'

const FONJEP = {
  text: 'Fonjep, présentation du dispositif ISI et appels 2024',
  url: 'https://www.fonjep.org',
  from: '2022-01-01',
} as const

export const isi: TemplateInput = {
  key: 'isi',
  code: 'ISI',
  name: said('Initiatives pour la solidarité internationale', 'Initiatives for international solidarity'),
  aliases: [
    'Initiatives de Solidarité Internationale',
    'Initiative pour la solidarité internationale',
    'Initiative de solidarité internationale',
  ],
  summary: said(
    'Soutient en France des actions d’éducation à la solidarité internationale menées par des jeunes de 0 à 30 ans, ou avec eux : interculturalité, engagement, citoyenneté.',
    'Supports, in France, global citizenship education led by or with young people aged 0 to 30: intercultural encounters, commitment, citizenship.',
  ),
  funder: 'Fonjep, ministère de l’Europe et des Affaires étrangères',
  intake: 'elsewhere',
  intakeUrl: 'https://www.fonjep.org',
  legalText: null,
  steps: { sponsor: false, national: true, advance: false, instruction: true },
  jury: 'grid',
  rules: [
    {
      ...{ key: 'holder', kind: 'holder_kinds', kinds: ['association'], source: FONJEP },
      why: said(
        'Le dispositif s’adresse aux associations françaises, loi de 1901, ou loi de 1908 en Alsace et en Moselle.',
        'The scheme is for French associations, under the act of 1901, or of 1908 in Alsace and Moselle.',
      ),
    },
    {
      ...{ key: 'ages', kind: 'ages', min: 0, max: 30, source: FONJEP },
      why: said(
        'Le public visé a de 0 à 30 ans. Au-delà, les frais sont à exclure du budget.',
        'The scheme is for people aged 0 to 30. Costs of older participants must be excluded from the budget.',
      ),
    },
    {
      ...{ key: 'ceiling', kind: 'amount_ceiling', maxCents: 4_000_00, source: FONJEP },
      why: said('Une subvention ISI ne dépasse pas 4 000 €.', 'An ISI grant is never above €4,000.'),
    },
    {
      ...{ key: 'share', kind: 'budget_share', maxBasisPoints: 7000, source: FONJEP },
      why: said(
        'Elle couvre au plus 70 % du budget, valorisations en nature et bénévolat non compris.',
        'It covers at most 70% of the budget, gifts in kind and volunteer time left out.',
      ),
    },
    {
      ...{ key: 'files', kind: 'files_per_holder', max: 3, source: FONJEP },
      why: said(
        'Une association dépose au plus trois projets par région, avec des jeunes différents.',
        'An association may apply for three projects in a region at most, with different young people.',
      ),
    },
    {
      ...{ key: 'dates', kind: 'action_dates', source: FONJEP },
      why: said(
        'L’action se déroule entre les dates annoncées pour la session.',
        'The action takes place between the dates announced for the session.',
      ),
    },
  ],
  form: isiForm,
  grid: {
    criteria: [
      {
        ...{ key: 'solidarity', weight: 3, max: 5, commentRequired: true, eliminatoryBelow: 1 },
        label: said('Éducation à la solidarité internationale', 'Global citizenship education'),
        help: said(
          'L’action fait-elle comprendre des réalités d’ailleurs et les liens avec ici ? Évite-t-elle les clichés ?',
          'Does the action shed light on realities elsewhere and on links with here? Does it avoid clichés?',
        ),
      },
      {
        ...{ key: 'young_people', weight: 3, max: 5 },
        label: said('Place des jeunes', 'Role of the young people'),
        help: said(
          'Sont-ils acteurs, de l’idée au bilan, ou seulement bénéficiaires ? La démarche est-elle adaptée à leur âge ?',
          'Are they actors, from the idea to the review, or only beneficiaries? Is it suited to their age?',
        ),
      },
      {
        ...{ key: 'publics', weight: 2, max: 5 },
        label: said('Publics éloignés et diversité', 'Hard-to-reach and diverse publics'),
        help: said(
          'Touche-t-elle des jeunes que ces sujets atteignent rarement ? Y a-t-il rencontre ?',
          'Does it reach young people these subjects seldom reach? Is there an encounter?',
        ),
      },
      {
        ...{ key: 'partners', weight: 1, max: 5 },
        label: said('Partenariats et ancrage local', 'Partnerships and local roots'),
        help: said(
          'Qui s’associe au projet sur le territoire, et pour quoi faire ?',
          'Who joins the project locally, and to do what?',
        ),
      },
      {
        ...{ key: 'feasibility', weight: 2, max: 5 },
        label: said('Faisabilité et budget', 'Feasibility and budget'),
        help: said(
          'Calendrier, moyens et montants sont-ils réalistes et cohérents entre eux ?',
          'Are calendar, means and amounts realistic and consistent?',
        ),
      },
      {
        ...{ key: 'follow_up', weight: 1, max: 5 },
        label: said('Évaluation et suites', 'Evaluation and follow-up'),
        help: said(
          'Comment saura-t-on ce que les jeunes en ont retiré, et qu’en restera-t-il ?',
          'How will it be known what the young people gained, and what will remain?',
        ),
      },
    ],
  },
  calendar: [
    {
      text: said(
        'Session 1, comme en 2024 : dépôt du 15 juillet au 30 septembre, pour des actions du 1er janvier au 14 septembre de l’année suivante.',
        'Session 1, as in 2024: applications from 15 July to 30 September, for actions from 1 January to 14 September of the next year.',
      ),
      ...{ opens: '07-15', closes: '09-30' },
    },
    {
      text: said(
        'Session 2, comme en 2024 : clôture à la mi-mai, pour des actions du 15 juillet à la fin du mois de février suivant.',
        'Session 2, as in 2024: closing in mid-May, for actions from 15 July to the end of the following February.',
      ),
      closes: '05-13',
    },
  ],
  retentionMonths: 60,
}
