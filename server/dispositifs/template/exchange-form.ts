import type { FormInput, SectionInput } from '../form/form.schema.ts'
import { ask, part } from './said.ts'
import {
  budgetSection,
  experience,
  holderSection,
  partnersSection,
  sectorsAndGoals,
  youngFields,
} from './shared-sections.ts'

const project = part(
  'project',
  ['Le projet', 'The project'],
  [
    ask('title', 'title', 'Titre du projet', 'Project title', {
      ...{ required: true, fact: 'title' },
      help: ['Le même que sur la plateforme du Fonjep.', 'The same as on the Fonjep platform.'],
    }),
    ask('summary', 'long_text', 'Résumé', 'Summary', {
      ...{ required: true, fact: 'summary', maxLength: 1500 },
      help: [
        'L’échange, l’action de solidarité, les deux groupes, le lieu : en quelques lignes.',
        'The exchange, the solidarity action, both groups, the place: in a few lines.',
      ],
    }),
    ask('direction', 'choice', 'Sens de l’échange', 'Direction of the exchange', {
      required: true,
      choices: `
        departure | Départ : le groupe français se rend dans le pays partenaire | Departure: the French group travels to the partner country
        welcome | Accueil : le groupe partenaire vient en France | Welcome: the partner group comes to France
      `,
    }),
    ask('destination', 'countries', 'Pays du séjour', 'Country of the stay', {
      ...{ required: true, max: 3, fact: 'countries' },
      help: [
        'La France pour un accueil ; sinon un pays éligible à l’aide publique au développement.',
        'France when hosting; otherwise a country eligible for official development assistance.',
      ],
    }),
    ask('partner_country', 'country', 'Pays du groupe accueilli', 'Country of the group you host', {
      ...{ required: true, showIf: { field: 'direction', is: 'equals', value: 'welcome' } },
    }),
    ask('locality', 'short_text', 'Ville ou village', 'Town or village', { required: true }),
    ...sectorsAndGoals(),
  ],
)

const stay = part(
  'stay',
  ['Le séjour et l’action', 'The stay and the action'],
  [
    ask('period', 'period', 'Dates du séjour', 'Dates of the stay', {
      ...{ required: true, fact: 'period' },
      help: ['Du départ au retour, une quinzaine de jours.', 'From departure to return, about fifteen days.'],
    }),
    ask('action_days', 'number', 'Jours d’action de solidarité', 'Days of solidarity action', {
      ...{ required: true, min: 0, max: 90, fact: 'action_days' },
      help: ['Sans les voyages ni les visites : 10 au moins.', 'Without travel or visits: 10 at least.'],
    }),
    ask('need', 'long_text', 'D’où vient le projet ?', 'Where does the project come from?', {
      ...{ required: true, maxLength: 2000 },
      help: [
        'Ce que le partenaire a demandé, et comment les deux groupes ont construit la réponse.',
        'What the partner asked for, and how both groups built the answer.',
      ],
    }),
    ask('action', 'long_text', 'Action de solidarité', 'Solidarity action', {
      ...{ required: true, maxLength: 3000 },
      help: [
        'Ce qui sera fait, avec qui, et ce qui en restera.',
        'What will be done, with whom, and what will remain.',
      ],
    }),
    ask('exchange', 'long_text', 'Échange entre les jeunes', 'Exchange between the young people', {
      ...{ required: true, maxLength: 2000 },
      help: [
        'Les temps communs avec le groupe partenaire, avant, pendant et après le séjour.',
        'Time shared with the partner group, before, during and after the stay.',
      ],
    }),
    ask('schedule', 'file', 'Programme jour par jour', 'Day-by-day programme', { max: 2 }),
  ],
)

const young = part(
  'young',
  ['Les deux groupes', 'Both groups'],
  [
    ask('planned', 'head_count', 'Jeunes prévus', 'Young people expected', {
      ...{ required: true, fact: 'planned' },
      help: [
        'Le groupe français compte de 4 à 16 jeunes. Des effectifs, jamais de noms : filles, garçons, autre ou non renseigné. Le total et ses parts doivent être égaux.',
        'The French group has 4 to 16 young people. Counts, never names: girls, boys, other or not stated. The total and its parts must be equal.',
      ],
    }),
    ...youngFields('Du groupe français. Les accompagnateurs ne comptent pas.'),
    ask('minors', 'yes_no', 'Des mineurs participent-ils ?', 'Are there minors in the group?', {
      required: true,
    }),
    ask('minors_care', 'long_text', 'Encadrement des mineurs', 'Supervision of minors', {
      ...{ required: true, maxLength: 1500, showIf: { field: 'minors', is: 'equals', value: true } },
      help: [
        'Autorisations parentales, nombre et qualification des encadrants, déclaration de l’accueil.',
        'Parental consent, number and qualifications of supervisors, declaration of the stay.',
      ],
    }),
    ask('supervisors', 'number', 'Nombre d’accompagnateurs', 'Number of accompanying adults', {
      required: true,
      min: 0,
      max: 20,
    }),
    ask('role', 'long_text', 'Part des jeunes', 'Share of the young people', {
      ...{ required: true, maxLength: 2000 },
      help: [
        'Montage, recherche de fonds, participation financière, bilan : ce qu’ils prennent en charge.',
        'Application, fundraising, financial contribution, review: what they take on.',
      ],
    }),
  ],
)

const preparation = part(
  'preparation',
  ['Préparation et sécurité', 'Preparation and safety'],
  [
    ask('prepared', 'long_text', 'Préparation du groupe', 'Preparation of the group', {
      ...{ required: true, maxLength: 2000 },
      help: [
        'Rencontres, formation à l’interculturel, connaissance du pays, langue.',
        'Meetings, intercultural training, knowledge of the country, language.',
      ],
    }),
    ask('safety', 'long_text', 'Santé et sécurité', 'Health and safety', {
      ...{
        required: true,
        maxLength: 1500,
        showIf: { field: 'direction', is: 'equals', value: 'departure' },
      },
      help: [
        'Conseils aux voyageurs du ministère, inscription sur Ariane, assurances, vaccins, personne joignable.',
        'The ministry’s travel advice, registration on Ariane, insurance, vaccinations, who can be reached.',
      ],
    }),
    ask('visas', 'long_text', 'Visas du groupe accueilli', 'Visas of the group you host', {
      ...{ required: true, maxLength: 1000, showIf: { field: 'direction', is: 'equals', value: 'welcome' } },
      help: [
        'Où en sont les démarches, et qui s’en charge.',
        'How far the procedure is, and who takes care of it.',
      ],
    }),
  ],
)

const sponsor = part(
  'sponsor',
  ['Association marraine', 'Sponsor association'],
  [
    ask('sponsor', 'organisation', 'Votre marraine', 'Your sponsor', {
      ...{ required: true, fact: 'sponsor' },
      help: [
        'Elle doit être habilitée. Elle valide votre dépôt avant la clôture, perçoit la subvention et vous la reverse.',
        'It must be accredited. It validates your application before closing, receives the grant and passes it on to you.',
      ],
    }),
    ask('sponsoring', 'long_text', 'Comment vous accompagne-t-elle ?', 'How does it support you?', {
      maxLength: 1500,
    }),
  ],
)

const after = part(
  'after',
  ['Retour et suites', 'Return and follow-up'],
  [
    ask('feedback', 'long_text', 'Restitution', 'Feedback', {
      ...{ required: true, maxLength: 1500 },
      help: [
        'Comment le groupe racontera son projet au retour, à qui et où.',
        'How the group will tell its project on return, to whom and where.',
      ],
    }),
    ask('follow_up', 'long_text', 'Suites du partenariat', 'What comes next with the partner', {
      maxLength: 1500,
    }),
  ],
)

const documents = part(
  'documents',
  ['Pièces', 'Documents'],
  [
    ask('sponsorship_agreement', 'file', 'Convention de parrainage signée', 'Signed sponsorship agreement', {
      ...{ required: true, fact: 'document', max: 2 },
    }),
    ask('partner_letter', 'file', 'Engagement du partenaire étranger', 'Commitment of the foreign partner', {
      ...{ required: true, fact: 'document', max: 3 },
      help: ['Lettre ou convention, datée et signée.', 'Letter or agreement, dated and signed.'],
    }),
    ask('signed_budget', 'file', 'Budget prévisionnel signé', 'Signed project budget', {
      ...{ required: true, fact: 'document', max: 2 },
    }),
    ask(
      'deposited_file',
      'file',
      'Dossier déposé sur la plateforme du Fonjep (PDF)',
      'Application as submitted on the Fonjep platform (PDF)',
      {
        help: ['S’il n’est pas déjà joint par le réseau.', 'Unless the network has already attached it.'],
      },
    ),
  ],
)

/** What the region needs beside the file deposited on Fonjep's platform; VVV-SI adds a section on its public. */
export const exchangeForm = (...more: SectionInput[]): FormInput => ({
  sections: [
    project,
    holderSection(experience),
    stay,
    young,
    ...more,
    partnersSection('Partenaires du pays et d’ici', 'Partners there and here', true),
    preparation,
    sponsor,
    budgetSection(),
    after,
    documents,
  ],
})
