import { incubatorForm } from './incubator-form.ts'
import { said } from './said.ts'
import type { TemplateInput } from './template.schema.ts'

const source = { text: 'Appel à candidatures de l’incubateur du réseau, à préciser par chacun' } as const

export const incubator: TemplateInput = {
  key: 'incubator',
  code: 'INCUB',
  name: said('Incubateur de projets', 'Project incubator'),
  aliases: ['Incubateur', 'ODD-yssée', 'ODDyssée', 'Incubateur ODD-yssée'],
  summary: said(
    'Un parcours collectif et un suivi individuel pour faire d’une idée de coopération un projet solide : diagnostic, partenariat, budget, recherche de financements, présentation devant un jury.',
    'A collective course and individual support to turn an idea of cooperation into a sound project: diagnosis, partnership, budget, fundraising, presentation to a jury.',
  ),
  funder: 'Le réseau et ses partenaires',
  intake: 'here',
  intakeUrl: null,
  legalText: null,
  steps: { sponsor: false, national: false, advance: false, instruction: true },
  jury: 'grid',
  rules: [
    {
      ...{
        key: 'holder',
        kind: 'holder_kinds',
        kinds: ['association', 'company', 'education_research'],
        source,
      },
      blocking: false,
      why: said(
        'Le parcours est pensé pour des associations, des entreprises de l’économie sociale et des établissements d’enseignement.',
        'The course is designed for associations, social enterprises and educational institutions.',
      ),
    },
    {
      ...{ key: 'files', kind: 'files_per_holder', max: 1, source },
      why: said(
        'Une structure présente une candidature par promotion ; deux structures peuvent en présenter une ensemble.',
        'An organisation submits one application per class; two organisations may submit one together.',
      ),
    },
    {
      ...{ key: 'documents', kind: 'documents', source },
      documents: [
        {
          key: 'statutes',
          label: said('Statuts ou extrait d’immatriculation', 'Articles or registration extract'),
        },
      ],
      why: said('Ils disent qui porte le projet.', 'They say who runs the project.'),
    },
  ],
  form: incubatorForm,
  grid: {
    criteria: [
      {
        ...{ key: 'need', weight: 3, max: 5, commentRequired: true },
        label: said('Besoin et utilité', 'Need and usefulness'),
        help: said(
          'Le besoin vient-il du territoire partenaire ? Est-il documenté ?',
          'Does the need come from the partner territory? Is it documented?',
        ),
      },
      {
        ...{ key: 'partnership', weight: 3, max: 5 },
        label: said('Partenariat', 'Partnership'),
        help: said(
          'Un partenaire est-il identifié là-bas, et associé à la réflexion ?',
          'Is a partner identified there, and part of the thinking?',
        ),
      },
      {
        ...{ key: 'goals', weight: 2, max: 5 },
        label: said('Contribution aux ODD', 'Contribution to the SDGs'),
        help: said(
          'Le projet sert-il des objectifs sans en desservir d’autres ?',
          'Does the project serve some goals without harming others?',
        ),
      },
      {
        ...{ key: 'team', weight: 3, max: 5, commentRequired: true, eliminatoryBelow: 1 },
        label: said('Équipe et disponibilité', 'Team and availability'),
        help: said(
          'Au moins deux personnes peuvent-elles suivre tout le parcours ?',
          'Can at least two people follow the whole course?',
        ),
      },
      {
        ...{ key: 'fit', weight: 2, max: 5 },
        label: said('Apport du parcours', 'What the course would bring'),
        help: said(
          'Le projet est-il au bon moment : assez clair pour avancer, assez ouvert pour changer ?',
          'Is it the right time: clear enough to move on, open enough to change?',
        ),
      },
    ],
  },
  calendar: [
    {
      text: said(
        'Lancement en janvier, ateliers de mars à octobre, jury final en novembre.',
        'Launch in January, workshops from March to October, final jury in November.',
      ),
    },
  ],
  retentionMonths: 36,
}
