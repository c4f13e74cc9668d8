import type { FormInput } from '../form/form.schema.ts'
import { ask, part } from './said.ts'
import {
  budgetSection,
  experience,
  holderSection,
  partnersSection,
  sectorsAndGoals,
} from './shared-sections.ts'

export const preliminaryStudyForm: FormInput = {
  sections: [
    part(
      'project',
      ['Le projet envisagé', 'The project in view'],
      [
        ask('title', 'title', 'Titre de l’étude', 'Title of the study', { required: true, fact: 'title' }),
        ask('summary', 'long_text', 'Résumé', 'Summary', {
          ...{ required: true, fact: 'summary', maxLength: 1500 },
          help: [
            'Le projet auquel vous pensez, et ce que l’étude doit éclairer.',
            'The project you have in mind, and what the study should shed light on.',
          ],
        }),
        ask('countries', 'countries', 'Pays', 'Country', { required: true, max: 2, fact: 'countries' }),
        ask('territory', 'short_text', 'Territoire étudié', 'Territory studied', {
          ...{ required: true },
          help: [
            'Commune, région, quartier : le plus précis possible.',
            'Municipality, region, neighbourhood: as precise as possible.',
          ],
        }),
        ...sectorsAndGoals(),
      ],
    ),
    holderSection(experience),
    part(
      'request',
      ['La demande locale', 'The local request'],
      [
        ask(
          'origin',
          'long_text',
          'Comment cette demande vous est-elle parvenue ?',
          'How did this request reach you?',
          {
            ...{ required: true, maxLength: 2000 },
            help: [
              'Par qui, quand, et ce que vous en savez déjà.',
              'By whom, when, and what you already know of it.',
            ],
          },
        ),
        ask(
          'known',
          'choice',
          'Connaissez-vous déjà ce territoire ?',
          'Do you already know this territory?',
          {
            required: true,
            choices: `
            no | Non, ce sera la première fois | No, it will be the first time
            visited | Nous y sommes déjà allés | We have been there
            worked | Nous y avons déjà mené un projet | We have already run a project there
          `,
          },
        ),
        ask('known_told', 'long_text', 'Qu’y avez-vous fait ?', 'What did you do there?', {
          ...{
            required: true,
            maxLength: 1000,
            showIf: { field: 'known', is: 'one_of', values: ['visited', 'worked'] },
          },
        }),
        ask(
          'others',
          'long_text',
          'Qui d’autre y travaille sur ce sujet ?',
          'Who else works there on this subject?',
          {
            ...{ maxLength: 1500 },
            help: [
              'Pouvoirs publics, associations, autres collectivités françaises : pour ne pas refaire ce qui existe.',
              'Authorities, associations, other French local authorities: so as not to redo what exists.',
            ],
          },
        ),
      ],
    ),
    partnersSection('Partenaires de l’étude', 'Partners in the study', true),
    part(
      'study',
      ['L’étude', 'The study'],
      [
        ask(
          'questions',
          'long_text',
          'Questions auxquelles l’étude doit répondre',
          'Questions the study must answer',
          {
            ...{ required: true, maxLength: 2500 },
            help: [
              'Dites aussi ce qui vous ferait renoncer au projet.',
              'Also say what would make you give up the project.',
            ],
          },
        ),
        ask('kinds', 'choices', 'Nature de l’étude', 'Nature of the study', {
          required: true,
          choices: `
            needs | Diagnostic des besoins | Needs assessment
            technical | Faisabilité technique | Technical feasibility
            economic | Faisabilité économique | Economic feasibility
            social | Étude sociale ou de genre | Social or gender study
            environmental | Étude environnementale | Environmental study
            institutional | Étude du cadre institutionnel | Study of the institutional framework
          `,
        }),
        ask('method', 'long_text', 'Méthode', 'Method', {
          ...{ required: true, maxLength: 2500 },
          help: [
            'Visites, entretiens, enquêtes, relevés : qui les mène, et comment.',
            'Visits, interviews, surveys, measurements: who runs them, and how.',
          ],
        }),
        ask('period', 'period', 'Dates de l’étude', 'Dates of the study', { required: true, fact: 'period' }),
        ask('mission', 'yes_no', 'Une mission sur place est-elle prévue ?', 'Is a field mission planned?', {
          required: true,
        }),
        ask('mission_days', 'number', 'Durée de la mission, en jours', 'Length of the mission, in days', {
          ...{
            required: true,
            min: 1,
            max: 180,
            fact: 'action_days',
            showIf: { field: 'mission', is: 'equals', value: true },
          },
        }),
        ask(
          'mission_team',
          'long_text',
          'Composition et sécurité de la mission',
          'Team and safety of the mission',
          {
            ...{ required: true, maxLength: 1500, showIf: { field: 'mission', is: 'equals', value: true } },
            help: [
              'Les fonctions de ceux qui partent, et les conseils aux voyageurs pour la zone.',
              'The roles of those who travel, and the travel advice for the area.',
            ],
          },
        ),
        ask('deliverables', 'choices', 'Ce que vous remettrez', 'What you will deliver', {
          required: true,
          choices: `
            report | Un rapport d’étude | A study report
            project | Un projet rédigé | A written project
            budget | Un budget et un plan de financement | A budget and a funding plan
            agreement | Un accord de partenariat | A partnership agreement
          `,
        }),
      ],
    ),
    part(
      'next',
      ['Et après ?', 'What next?'],
      [
        ask('follow_up', 'long_text', 'Suite envisagée', 'What you have in mind afterwards', {
          ...{ required: true, maxLength: 1500 },
          help: [
            'Qui porterait le projet, qui pourrait le financer, et quand.',
            'Who would run the project, who could fund it, and when.',
          ],
        }),
      ],
    ),
    budgetSection(),
    part(
      'documents',
      ['Pièces', 'Documents'],
      [
        ask('statutes', 'file', 'Statuts ou délibération', 'Articles or deliberation', {
          ...{ required: true, fact: 'document', max: 2 },
        }),
        ask('bank_details', 'file', 'Relevé d’identité bancaire', 'Bank details', {
          ...{ required: true, fact: 'document', max: 1 },
        }),
        ask('partner_letter', 'file', 'Lettre du partenaire local', 'Letter from the local partner', {
          ...{ required: true, fact: 'document', max: 3 },
        }),
        ask('accounts', 'file', 'Derniers comptes approuvés', 'Latest approved accounts', { max: 2 }),
      ],
    ),
  ],
}
