import { said } from './said.ts'
import { tandemsForm } from './tandems-form.ts'
import type { TemplateInput } from './template.schema.ts'

const source = {
  text: 'Appels à projets Tandems solidaires (académie de Besançon, Pays de la Loire Coopération Internationale)',
} as const

export const tandems: TemplateInput = {
  key: 'tandems',
  code: 'TANDEMS',
  name: said('Tandems solidaires', 'Solidarity tandems'),
  aliases: ['Tandem solidaire', 'Tamdems solidaires'],
  summary: said(
    'Un établissement scolaire et une association mènent ensemble, une année durant, un projet d’éducation à la citoyenneté et à la solidarité internationale.',
    'A school and an association run together, for a school year, a project of global citizenship education.',
  ),
  funder: 'Le réseau, la Région et l’académie',
  intake: 'here',
  intakeUrl: null,
  legalText: null,
  steps: { sponsor: false, national: false, advance: true, instruction: true },
  jury: 'simple',
  rules: [
    {
      ...{ key: 'holder', kind: 'holder_kinds', kinds: ['association', 'education_research'], source },
      why: said(
        'Le tandem réunit une association et un ou plusieurs établissements scolaires, publics ou privés sous contrat, enseignement agricole compris.',
        'A tandem brings together an association and one or more schools, public or private under contract, agricultural education included.',
      ),
    },
    {
      ...{ key: 'pupils', kind: 'head_count', of: 'french', min: 1, source },
      why: said(
        'Des élèves y prennent part : on les compte, sans les nommer.',
        'Pupils take part: they are counted, not named.',
      ),
    },
    {
      ...{ key: 'dates', kind: 'action_dates', source },
      why: said(
        'Le projet tient dans l’année scolaire de l’appel.',
        'The project fits within the school year of the call.',
      ),
    },
    {
      ...{ key: 'documents', kind: 'documents', source },
      documents: [
        {
          key: 'school_agreement',
          label: said('Accord du chef d’établissement', 'Agreement of the head of school'),
        },
        {
          key: 'tandem_agreement',
          label: said(
            'Convention entre l’association et l’établissement',
            'Agreement between the association and the school',
          ),
        },
      ],
      why: said('Elles engagent les deux moitiés du tandem.', 'They commit both halves of the tandem.'),
    },
  ],
  form: tandemsForm,
  grid: {
    criteria: [
      {
        ...{ key: 'education', weight: 3, max: 5 },
        label: said('Démarche éducative', 'Educational approach'),
        help: said(
          'Le projet fait-il réfléchir, agir et relier l’ici et l’ailleurs, au fil de l’année ?',
          'Does the project make pupils think, act and link here and elsewhere, all year round?',
        ),
      },
      {
        ...{ key: 'tandem', weight: 2, max: 5 },
        label: said('Équilibre du tandem', 'Balance of the tandem'),
        help: said(
          'L’association et l’équipe enseignante construisent-elles ensemble ?',
          'Do the association and the teachers build together?',
        ),
      },
      {
        ...{ key: 'pupils', weight: 2, max: 5 },
        label: said('Place des élèves', 'Role of the pupils'),
        help: said(
          'Que décident-ils, que font-ils, que restituent-ils ?',
          'What do they decide, do and give back?',
        ),
      },
      {
        ...{ key: 'feasibility', weight: 1, max: 5 },
        label: said('Faisabilité et budget', 'Feasibility and budget'),
        help: said(
          'Le nombre de séances et les moyens sont-ils réalistes ?',
          'Are the number of sessions and the means realistic?',
        ),
      },
    ],
  },
  calendar: [
    {
      text: said(
        'Appel de juillet à octobre, pour l’année scolaire qui commence ; restitution en mai ou en juin.',
        'Call from July to October, for the school year that begins; presentation in May or June.',
      ),
      ...{ opens: '07-01', closes: '10-15' },
    },
  ],
  retentionMonths: 36,
}
