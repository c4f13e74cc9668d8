import { preliminaryStudyForm } from './preliminary-study-form.ts'
import { said } from './said.ts'
import type { TemplateInput } from './template.schema.ts'

const source = {
  text: 'Règlement de la Région pour les études préalables, à préciser par chaque réseau',
} as const

/** The network shortlists; the Region decides and pays, hence a decision apart from the opinion. */
export const preliminaryStudy: TemplateInput = {
  key: 'preliminary_study',
  code: 'ETUDES',
  name: said('Études préalables', 'Preliminary studies'),
  aliases: ['Étude préalable', 'Études de faisabilité', 'Mission exploratoire'],
  summary: said(
    'Finance l’étude qui précède un projet de coopération : aller voir, écouter, vérifier qu’il est attendu et possible, avant de l’écrire.',
    'Funds the study that precedes a cooperation project: going there, listening, checking that it is wanted and feasible, before writing it.',
  ),
  funder: 'Région, sur présélection du réseau',
  intake: 'here',
  intakeUrl: null,
  legalText: null,
  steps: { sponsor: false, national: true, advance: false, instruction: true },
  jury: 'grid',
  rules: [
    {
      ...{
        key: 'holder',
        kind: 'holder_kinds',
        kinds: ['association', 'local_authority', 'education_research'],
        source,
      },
      why: said(
        'L’étude est portée par une association, une collectivité ou un établissement d’enseignement de la région.',
        'The study is run by an association, a local authority or an educational institution of the region.',
      ),
    },
    {
      ...{ key: 'country', kind: 'countries', oda: true, source },
      why: said(
        'Elle porte sur un pays éligible à l’aide publique au développement (liste du CAD de l’OCDE).',
        'It is about a country eligible for official development assistance (OECD DAC list).',
      ),
    },
    {
      ...{ key: 'dates', kind: 'action_dates', source },
      why: said(
        'L’étude a lieu entre les dates annoncées pour la session.',
        'The study takes place between the dates announced for the session.',
      ),
    },
    {
      ...{ key: 'documents', kind: 'documents', source },
      documents: [
        { key: 'statutes', label: said('Statuts ou délibération', 'Articles or deliberation') },
        { key: 'bank_details', label: said('Relevé d’identité bancaire', 'Bank details') },
        { key: 'partner_letter', label: said('Lettre du partenaire local', 'Letter from the local partner') },
      ],
      why: said(
        'La Région les demande avant toute décision.',
        'The Region asks for them before any decision.',
      ),
    },
  ],
  form: preliminaryStudyForm,
  grid: {
    criteria: [
      {
        ...{ key: 'request', weight: 3, max: 5, commentRequired: true, eliminatoryBelow: 1 },
        label: said('Demande locale', 'Local request'),
        help: said(
          'Qui demande, et quelle place aura-t-il dans l’étude ?',
          'Who asks, and what will be their part in the study?',
        ),
      },
      {
        ...{ key: 'questions', weight: 3, max: 5 },
        label: said('Clarté des questions', 'Clarity of the questions'),
        help: said(
          'Sait-on ce que l’étude doit établir, et ce qui ferait renoncer au projet ?',
          'Is it clear what the study must establish, and what would lead to giving up?',
        ),
      },
      {
        ...{ key: 'method', weight: 2, max: 5 },
        label: said('Méthode et compétences', 'Method and skills'),
        help: said(
          'Qui mène l’étude, comment, avec quelles sources ?',
          'Who runs the study, how, with which sources?',
        ),
      },
      {
        ...{ key: 'follow_up', weight: 2, max: 5 },
        label: said('Suite envisagée', 'What comes next'),
        help: said(
          'Le projet aurait-il des porteurs et des financeurs ?',
          'Would the project have holders and funders?',
        ),
      },
      {
        ...{ key: 'budget', weight: 1, max: 5 },
        label: said('Budget', 'Budget'),
        help: said(
          'Les dépenses sont-elles celles d’une étude, et mesurées ?',
          'Are the expenses those of a study, and measured?',
        ),
      },
    ],
  },
  calendar: [
    {
      text: said(
        'Dépôt au fil de l’eau, présélection par le réseau, puis décision de la Région.',
        'Applications all year round, shortlisted by the network, then decided by the Region.',
      ),
    },
  ],
  retentionMonths: 60,
}
