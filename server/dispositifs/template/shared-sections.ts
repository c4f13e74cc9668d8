import type { FieldInput, SectionInput } from '../form/form.schema.ts'
import { ask, part } from './said.ts'

/** Whom the network writes to; the record of the organisation says the rest. */
export const holderSection = (...more: FieldInput[]): SectionInput =>
  part(
    'holder',
    ['Votre structure', 'Your organisation'],
    [
      ask('seat', 'place', 'Commune du siège', 'Municipality of the registered office', {
        ...{ required: true, fact: 'place', identifies: true },
        help: [
          'Elle dit de quelle région dépend votre dossier, et quel plafond s’applique.',
          'It says which region your application belongs to, and which ceiling applies.',
        ],
      }),
      ask('contact_name', 'short_text', 'Personne à contacter', 'Contact person', {
        ...{ required: true, identifies: true, maxLength: 120 },
      }),
      ask('contact_role', 'short_text', 'Sa fonction dans la structure', 'Their role in the organisation', {
        ...{ identifies: true, maxLength: 120 },
      }),
      ask('contact_email', 'email', 'Adresse électronique', 'E-mail address', {
        ...{ required: true, identifies: true },
      }),
      ask('contact_phone', 'phone', 'Téléphone', 'Telephone', { identifies: true }),
      ...more,
    ],
  )

export const experience = ask(
  'experience',
  'long_text',
  'Avez-vous déjà mené des projets de ce type ?',
  'Have you already run projects of this kind?',
  {
    maxLength: 1500,
    help: [
      'En quelques lignes : l’année, le pays ou le territoire, ce que vous en avez retiré. Un premier projet est bienvenu.',
      'In a few lines: the year, the country or territory, what you learnt. First projects are welcome.',
    ],
  },
)

export const budgetSection = (...more: FieldInput[]): SectionInput =>
  part(
    'money',
    ['Budget', 'Budget'],
    [
      ask('budget', 'budget', 'Budget prévisionnel du projet', 'Project budget', {
        ...{ required: true, fact: 'budget' },
        help: [
          'Les produits et les charges doivent être égaux. Valorisez à part le bénévolat et les dons en nature : ils montrent l’engagement de chacun, mais ne comptent pas dans la part demandée.',
          'Income and expenses must be equal. Value volunteer time and gifts in kind separately: they show everybody’s commitment, but do not count in the share requested.',
        ],
      }),
      ask('requested', 'money', 'Montant demandé', 'Amount requested', { required: true, fact: 'requested' }),
      ask('budget_notes', 'long_text', 'Précisions sur le budget', 'Notes on the budget', {
        maxLength: 1500,
        help: [
          'Ce qui mérite une explication : cofinancements déjà acquis, dépenses inhabituelles, modes de calcul.',
          'Whatever deserves an explanation: co-funding already secured, unusual expenses, how figures were obtained.',
        ],
      }),
      ...more,
    ],
  )

export const partnersSection = (fr: string, en: string, required = false): SectionInput =>
  part(
    'partners',
    ['Partenaires', 'Partners'],
    [
      ask('partners', 'partners', fr, en, {
        required,
        help: [
          'Pour chacun : son nom, où il se trouve, et ce qu’il fait dans le projet.',
          'For each: its name, where it is, and what it does in the project.',
        ],
      }),
    ],
  )

export const sectorsAndGoals = (): FieldInput[] => [
  ask('sectors', 'sectors', 'Thématiques', 'Themes', {
    required: true,
    max: 3,
    fact: 'sectors',
    help: ['Trois au plus.', 'Three at most.'],
  }),
  ask('sdgs', 'sdgs', 'Objectifs de développement durable', 'Sustainable Development Goals', {
    ...{ max: 5, fact: 'sdgs' },
    help: [
      'Ceux que le projet sert vraiment : cinq au plus.',
      'Those the project truly serves: five at most.',
    ],
  }),
]

/** Ages are two figures, people are counts: no name and no date of birth is ever asked. */
export const youngFields = (oldest: string): FieldInput[] => [
  ask('youngest', 'number', 'Âge du plus jeune', 'Age of the youngest', {
    min: 0,
    max: 120,
    required: true,
    fact: 'youngest',
  }),
  ask('oldest', 'number', 'Âge du plus âgé', 'Age of the oldest', {
    ...{ min: 0, max: 120, required: true, fact: 'oldest' },
    help: [oldest, 'Accompanying adults are not counted.'],
  }),
]

export const FAR_FROM_MOBILITY = `
  qpv | Quartiers prioritaires de la politique de la ville | Priority urban neighbourhoods
  rural | Territoires ruraux | Rural areas
  integration | Insertion sociale ou professionnelle | Social or professional integration
  school_leavers | Décrochage scolaire | Early school leavers
  disability | Situation de handicap | Disability
  none | Aucun de ceux-là | None of these
`
