import type { FormInput } from '../form/form.schema.ts'
import { ask, part } from './said.ts'
import { budgetSection, holderSection, sectorsAndGoals } from './shared-sections.ts'

const hasAssociation = { field: 'association_known', is: 'equals', value: true } as const

export const tandemsForm: FormInput = {
  sections: [
    part(
      'project',
      ['Le projet', 'The project'],
      [
        ask('title', 'title', 'Titre du projet', 'Project title', { required: true, fact: 'title' }),
        ask('summary', 'long_text', 'Résumé', 'Summary', {
          required: true,
          fact: 'summary',
          maxLength: 1200,
        }),
        ...sectorsAndGoals(),
        ask('countries', 'countries', 'Pays dont il est question', 'Countries it is about', {
          fact: 'countries',
          help: ['Laissez vide si le projet n’en vise aucun.', 'Leave empty if the project is about none.'],
        }),
      ],
    ),
    holderSection(),
    part(
      'association',
      ['L’association', 'The association'],
      [
        ask(
          'association_known',
          'yes_no',
          'Le tandem a-t-il déjà une association ?',
          'Does the tandem already have an association?',
          {
            ...{ required: true },
            help: [
              'Sinon, le réseau vous met en relation : votre dossier l’attendra.',
              'If not, the network puts you in touch: your application will wait.',
            ],
          },
        ),
        ask('association', 'organisation', 'Association', 'Association', {
          ...{ required: true, identifies: true, showIf: hasAssociation },
        }),
        ask('association_role', 'long_text', 'Ce que l’association apporte', 'What the association brings', {
          ...{ required: true, maxLength: 1500, showIf: hasAssociation },
        }),
        ask(
          'wished',
          'long_text',
          'Quelle association cherchez-vous ?',
          'What kind of association are you looking for?',
          {
            ...{
              required: true,
              maxLength: 800,
              showIf: { field: 'association_known', is: 'equals', value: false },
            },
            help: ['Un sujet, un pays, une façon de travailler.', 'A subject, a country, a way of working.'],
          },
        ),
      ],
    ),
    part(
      'schools',
      ['Les établissements', 'The schools'],
      [
        ask('schools', 'partners', 'Établissements scolaires', 'Schools', {
          ...{ required: true, max: 6, identifies: true },
          help: ['Un tandem peut en réunir plusieurs.', 'A tandem may bring several together.'],
        }),
        ask('academy', 'short_text', 'Académie', 'Education authority', { required: true, maxLength: 80 }),
        ask('status', 'choice', 'Statut', 'Status', {
          required: true,
          choices: `
            public | Public | Public
            private | Privé sous contrat | Private under contract
            agricultural | Enseignement agricole, MFR comprises | Agricultural education, rural family schools included
          `,
        }),
        ask('levels', 'choices', 'Niveaux', 'Levels', {
          required: true,
          choices: `
            primary | École maternelle ou élémentaire | Nursery or primary
            lower_secondary | Collège | Lower secondary
            upper_secondary | Lycée général ou technologique | General or technological upper secondary
            vocational | Lycée professionnel, CFA | Vocational school, apprenticeship
            agricultural | Lycée agricole, MFR | Agricultural school
          `,
        }),
        ask('teachers', 'long_text', 'Équipe éducative', 'Teaching team', {
          ...{ required: true, maxLength: 800, identifies: true },
          help: [
            'Disciplines et fonctions des adultes engagés.',
            'Subjects and roles of the adults involved.',
          ],
        }),
      ],
    ),
    part(
      'pupils',
      ['Les élèves', 'The pupils'],
      [
        ask('classes', 'number', 'Nombre de classes', 'Number of classes', {
          required: true,
          min: 1,
          max: 60,
        }),
        ask('planned', 'head_count', 'Nombre d’élèves', 'Number of pupils', {
          ...{ required: true, fact: 'planned' },
          help: [
            'Des effectifs, jamais de noms. Comptez avec les jeunes étrangers ceux d’une classe partenaire à l’étranger.',
            'Counts, never names. Count with the foreign young people those of a partner class abroad.',
          ],
        }),
        ask('role', 'long_text', 'Part des élèves', 'Share of the pupils', {
          ...{ required: true, maxLength: 1500 },
          help: [
            'Ce qu’ils choisissent, produisent et présentent.',
            'What they choose, produce and present.',
          ],
        }),
      ],
    ),
    part(
      'year',
      ['L’année', 'The year'],
      [
        ask('period', 'period', 'Début et fin du projet', 'Start and end of the project', {
          required: true,
          fact: 'period',
        }),
        ask(
          'sessions',
          'number',
          'Nombre de séances avec l’association',
          'Number of sessions with the association',
          { required: true, min: 1, max: 100 },
        ),
        ask('steps', 'long_text', 'Étapes de l’année', 'Steps of the year', {
          ...{ required: true, maxLength: 3000 },
          help: [
            'Mois par mois : ce qui se prépare, ce qui se fait, ce qui se montre.',
            'Month by month: what is prepared, done and shown.',
          ],
        }),
        ask('methods', 'choices', 'Façons de faire', 'Methods', {
          choices: `
            debate | Débat, jeu, atelier | Debate, game, workshop
            inquiry | Enquête, rencontre | Inquiry, encounter
            creation | Création artistique ou numérique | Artistic or digital creation
            correspondence | Échange avec une classe d’un autre pays | Exchange with a class abroad
            action | Action solidaire, collecte, sensibilisation | Solidarity action, collection, awareness-raising
          `,
        }),
        ask('restitution', 'long_text', 'Restitution', 'Presentation', {
          ...{ required: true, maxLength: 1000 },
          help: ['Quand, devant qui et sous quelle forme.', 'When, before whom and in which form.'],
        }),
      ],
    ),
    budgetSection(),
    part(
      'documents',
      ['Pièces', 'Documents'],
      [
        ask('school_agreement', 'file', 'Accord du chef d’établissement', 'Agreement of the head of school', {
          ...{ required: true, fact: 'document', max: 6 },
        }),
        ask(
          'tandem_agreement',
          'file',
          'Convention entre l’association et l’établissement',
          'Agreement between the association and the school',
          {
            ...{ required: true, fact: 'document', max: 3, showIf: hasAssociation },
          },
        ),
      ],
    ),
  ],
}
