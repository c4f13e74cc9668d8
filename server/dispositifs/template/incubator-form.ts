import type { FormInput } from '../form/form.schema.ts'
import { ask, part } from './said.ts'
import { experience, holderSection, partnersSection } from './shared-sections.ts'

export const incubatorForm: FormInput = {
  sections: [
    part(
      'project',
      ['Votre idée', 'Your idea'],
      [
        ask('title', 'title', 'Nom du projet', 'Project name', {
          ...{ required: true, fact: 'title' },
          help: ['Il pourra changer pendant le parcours.', 'It may change during the course.'],
        }),
        ask('summary', 'long_text', 'Le projet en quelques phrases', 'The project in a few sentences', {
          ...{ required: true, fact: 'summary', maxLength: 1200 },
          help: [
            'Pour quelqu’un qui n’en a jamais entendu parler.',
            'For somebody who has never heard of it.',
          ],
        }),
        ask('stage', 'choice', 'Où en êtes-vous ?', 'How far are you?', {
          required: true,
          choices: `
            idea | Une idée à préciser | An idea to be specified
            diagnosis | Un diagnostic en cours | A diagnosis under way
            written | Un projet écrit, à financer | A written project, to be funded
            started | Un projet commencé, à faire grandir | A project under way, to be scaled up
          `,
        }),
        ask('countries', 'countries', 'Pays concernés', 'Countries concerned', {
          required: true,
          max: 5,
          fact: 'countries',
        }),
        ask('territory', 'short_text', 'Ville, région ou territoire', 'Town, region or territory'),
        ask('sectors', 'sectors', 'Thématiques', 'Themes', {
          required: true,
          max: 3,
          fact: 'sectors',
          help: ['Trois au plus.', 'Three at most.'],
        }),
        ask('sdgs', 'sdgs', 'Objectifs de développement durable', 'Sustainable Development Goals', {
          ...{ required: true, max: 5, fact: 'sdgs' },
          help: [
            'Ceux que le projet sert vraiment : cinq au plus.',
            'Those the project truly serves: five at most.',
          ],
        }),
      ],
    ),
    holderSection(
      ask('created_on', 'date', 'Date de création de la structure', 'Date the organisation was created'),
      ask('staff', 'number', 'Nombre de salariés', 'Number of employees', { min: 0, max: 10_000 }),
      ask('volunteers', 'number', 'Nombre de bénévoles actifs', 'Number of active volunteers', {
        min: 0,
        max: 100_000,
      }),
      experience,
    ),
    part(
      'joint',
      ['Candidature commune', 'Joint application'],
      [
        ask(
          'is_joint',
          'yes_no',
          'Portez-vous ce projet avec une autre structure ?',
          'Do you run this project with another organisation?',
          {
            required: true,
          },
        ),
        ask('co_holder', 'organisation', 'Structure associée', 'Other organisation', {
          ...{ required: true, identifies: true, showIf: { field: 'is_joint', is: 'equals', value: true } },
          help: [
            'Le projet ne comptera qu’une fois, et les deux structures auront accès au dossier.',
            'The project counts once, and both organisations have access to the application.',
          ],
        }),
        ask('joint_roles', 'long_text', 'Qui fait quoi ?', 'Who does what?', {
          ...{ required: true, maxLength: 1000, showIf: { field: 'is_joint', is: 'equals', value: true } },
        }),
      ],
    ),
    part(
      'need',
      ['Besoin et réponse', 'Need and answer'],
      [
        ask('need', 'long_text', 'À quel besoin répondez-vous ?', 'Which need do you answer?', {
          ...{ required: true, maxLength: 2500 },
          help: [
            'D’où le tenez-vous : demande d’un partenaire, visite, étude, expérience ?',
            'How do you know: a partner’s request, a visit, a study, experience?',
          ],
        }),
        ask('answer', 'long_text', 'Que voulez-vous faire ?', 'What do you want to do?', {
          required: true,
          maxLength: 2500,
        }),
        ask('people', 'long_text', 'Pour qui, et avec qui ?', 'For whom, and with whom?', {
          required: true,
          maxLength: 1500,
        }),
        ask(
          'change',
          'long_text',
          'Qu’est-ce qui aura changé dans trois ans ?',
          'What will have changed in three years?',
          { maxLength: 1500 },
        ),
      ],
    ),
    partnersSection('Partenaires connus ou pressentis', 'Known or prospective partners'),
    part(
      'means',
      ['Moyens', 'Means'],
      [
        ask('estimate', 'money', 'Budget estimé du projet', 'Estimated project budget', {
          help: ['Un ordre de grandeur suffit.', 'A rough figure is enough.'],
        }),
        ask('funding', 'choice', 'Financements', 'Funding', {
          choices: `
            none | Aucun pour l’instant | None so far
            asked | Demandes en cours | Requests under way
            part | Une partie est acquise | Partly secured
            all | Entièrement acquis | Fully secured
          `,
        }),
        ask('funders', 'long_text', 'Lesquels ?', 'Which ones?', {
          ...{
            maxLength: 1000,
            showIf: { field: 'funding', is: 'one_of', values: ['asked', 'part', 'all'] },
          },
        }),
      ],
    ),
    part(
      'course',
      ['Le parcours', 'The course'],
      [
        ask(
          'expectations',
          'choices',
          'Qu’attendez-vous de l’incubateur ?',
          'What do you expect from the incubator?',
          {
            required: true,
            choices: `
            diagnosis | Faire un diagnostic | Making a diagnosis
            method | Conduire un projet | Running a project
            partners | Trouver ou consolider des partenaires | Finding or strengthening partners
            funding | Chercher des financements | Finding funding
            budget | Construire un budget | Building a budget
            pitch | Présenter le projet | Presenting the project
            evaluation | Suivre et évaluer | Monitoring and evaluating
            peers | Rencontrer des pairs | Meeting peers
          `,
          },
        ),
        ask('expectations_told', 'long_text', 'Dites-en plus', 'Tell us more', { maxLength: 1500 }),
        ask('team', 'long_text', 'Qui suivra le parcours ?', 'Who will follow the course?', {
          ...{ required: true, maxLength: 1200, identifies: true },
          help: [
            'Deux personnes au moins : leur fonction et ce qu’elles apportent au projet.',
            'Two people at least: their role and what they bring to the project.',
          ],
        }),
        ask(
          'available',
          'yes_no',
          'Pouvez-vous être présents à toutes les étapes ?',
          'Can you attend every step?',
          { required: true },
        ),
        ask(
          'unavailable',
          'short_text',
          'À quelles dates ne le pouvez-vous pas ?',
          'On which dates can you not?',
          {
            ...{ required: true, showIf: { field: 'available', is: 'equals', value: false } },
          },
        ),
      ],
    ),
    part(
      'documents',
      ['Pièces', 'Documents'],
      [
        ask('statutes', 'file', 'Statuts ou extrait d’immatriculation', 'Articles or registration extract', {
          ...{ required: true, fact: 'document', max: 2 },
        }),
        ask(
          'presentation',
          'file',
          'Présentation du projet, si elle existe',
          'Presentation of the project, if any',
          { max: 3 },
        ),
      ],
    ),
  ],
}
