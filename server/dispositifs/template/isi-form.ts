import type { FormInput } from '../form/form.schema.ts'
import { ask, part } from './said.ts'
import {
  budgetSection,
  experience,
  FAR_FROM_MOBILITY,
  holderSection,
  partnersSection,
  sectorsAndGoals,
  youngFields,
} from './shared-sections.ts'

/** What the region needs beside the file deposited on Fonjep's platform. */
export const isiForm: FormInput = {
  sections: [
    part(
      'project',
      ['Le projet', 'The project'],
      [
        ask('title', 'title', 'Titre du projet', 'Project title', {
          ...{ required: true, fact: 'title' },
          help: ['Le même que sur la plateforme du Fonjep.', 'The same as on the Fonjep platform.'],
        }),
        ask('summary', 'long_text', 'Résumé', 'Summary', {
          ...{ required: true, fact: 'summary', maxLength: 1200 },
          help: [
            'Qui fait quoi, avec qui, où et pourquoi, pour un lecteur qui ne vous connaît pas.',
            'Who does what, with whom, where and why, for a reader who does not know you.',
          ],
        }),
        ask('axis', 'choice', 'Axe', 'Strand', {
          required: true,
          choices: `
            alone | Sans lien immédiat avec un départ ou un accueil JSI ou VVV-SI | Not directly linked to a JSI or VVV-SI exchange
            linked | En lien avec un projet JSI ou VVV-SI | Linked to a JSI or VVV-SI project
          `,
        }),
        ask(
          'linked_project',
          'short_text',
          'Projet JSI ou VVV-SI concerné',
          'JSI or VVV-SI project concerned',
          {
            ...{ required: true, showIf: { field: 'axis', is: 'equals', value: 'linked' } },
            help: ['Son titre, son année et son pays.', 'Its title, year and country.'],
          },
        ),
        ask('themes', 'choices', 'Thèmes abordés', 'Topics addressed', {
          required: true,
          choices: `
            gce | Éducation à la citoyenneté et à la solidarité internationale | Global citizenship education
            culture | Culture, dialogue et lien social | Culture, dialogue and social ties
            commitment | Engagement citoyen et mobilité | Civic commitment and mobility
            discriminations | Zéro discrimination et migrations | No discrimination, and migration
            ess | Économie sociale et solidaire | Social and solidarity economy
            ecology | Transition écologique | Ecological transition
          `,
        }),
        ...sectorsAndGoals(),
      ],
    ),
    holderSection(
      ask(
        'files_in_session',
        'number',
        'Combien de projets déposez-vous à cette session dans la région ?',
        'How many projects are you submitting in the region for this session?',
        {
          ...{ min: 1, max: 20 },
          help: [
            'Celui-ci compris. Les jeunes doivent être différents d’un projet à l’autre.',
            'Including this one. The young people must differ from one project to another.',
          ],
        },
      ),
      experience,
    ),
    part(
      'action',
      ['L’action', 'The action'],
      [
        ask('period', 'period', 'Dates de l’action', 'Dates of the action', {
          required: true,
          fact: 'period',
        }),
        ask('where', 'place', 'Lieu principal', 'Main place', { required: true }),
        ask('forms', 'choices', 'Formes de l’action', 'Forms of the action', {
          required: true,
          choices: `
            workshops | Ateliers, animations | Workshops
            encounter | Rencontres, débats, témoignages | Encounters, debates, testimonies
            creation | Création artistique, exposition, film | Artistic creation, exhibition, film
            festival | Festival, temps fort | Festival, main event
            exchange | Échange à distance avec un groupe d’un autre pays | Remote exchange with a group abroad
            field | Chantier, action de terrain | Field action
            other | Autre | Other
          `,
        }),
        ask('other_form', 'short_text', 'Laquelle ?', 'Which one?', {
          showIf: { field: 'forms', is: 'one_of', values: ['other'] },
        }),
        ask('story', 'long_text', 'Déroulement', 'How it unfolds', {
          ...{ required: true, maxLength: 4000 },
          help: ['Les étapes, de la préparation au bilan.', 'The steps, from preparation to review.'],
        }),
        ask('abroad', 'countries', 'Pays dont il est question', 'Countries it is about', {
          fact: 'countries',
          help: [
            'Laissez vide si l’action ne vise aucun pays en particulier.',
            'Leave empty if the action is about no country in particular.',
          ],
        }),
      ],
    ),
    part(
      'young',
      ['Les jeunes', 'The young people'],
      [
        ask('publics', 'choices', 'Publics', 'Publics', {
          required: true,
          choices: `
            youth_associations | Associations de jeunesse, centres sociaux | Youth associations, social centres
            schools | Écoles primaires et collèges | Primary and lower secondary schools
            students | Lycéens et étudiants | Upper secondary and university students
            mfr | Maisons familiales rurales | Rural family schools
            families | Familles | Families
            festivals | Publics de festivals | Festival audiences
            civic_service | Volontaires en service civique | Civic service volunteers
            mission_locale | Jeunes suivis par une mission locale | Young people supported by a mission locale
            prison | Jeunes en maison d’arrêt | Young people in prison
          `,
        }),
        ...youngFields(
          'Les accompagnateurs ne comptent pas. Au-delà de 30 ans, excluez les frais du budget.',
        ),
        ask('planned', 'head_count', 'Nombre de jeunes prévus', 'Number of young people expected', {
          fact: 'planned',
          help: [
            'Des effectifs, jamais de noms. Il n’y a ni minimum ni maximum.',
            'Counts, never names. There is no minimum and no maximum.',
          ],
        }),
        ask('far', 'choices', 'Jeunes éloignés de ces actions', 'Hard-to-reach young people', {
          choices: FAR_FROM_MOBILITY,
        }),
        ask(
          'role',
          'long_text',
          'Place des jeunes dans le projet',
          'Role of the young people in the project',
          {
            ...{ required: true, maxLength: 2000 },
            help: [
              'Ce qu’ils décident, ce qu’ils font, ce qu’ils en retirent.',
              'What they decide, what they do, what they gain.',
            ],
          },
        ),
      ],
    ),
    partnersSection('Qui s’associe au projet ?', 'Who joins the project?'),
    budgetSection(),
    part(
      'after',
      ['Évaluation et pièces', 'Evaluation and documents'],
      [
        ask(
          'evaluation',
          'long_text',
          'Comment saurez-vous que l’action a porté ?',
          'How will you know that it worked?',
          { maxLength: 1500 },
        ),
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
    ),
  ],
}
