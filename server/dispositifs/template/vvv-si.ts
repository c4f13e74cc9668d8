import { exchangeForm } from './exchange-form.ts'
import { exchangeCalendar, exchangeGrid } from './exchange-grid.ts'
import { exchangeRules } from './exchange-rules.ts'
import { ask, part, said } from './said.ts'
import type { TemplateInput } from './template.schema.ts'

const publicSection = part(
  'public',
  ['Le public', 'The young people’s background'],
  [
    ask('territories', 'choices', 'Les jeunes viennent', 'The young people come from', {
      required: true,
      choices: `
        qpv | d’un quartier prioritaire de la politique de la ville | a priority urban neighbourhood
        rural | d’un territoire rural éloigné des services | a rural area far from services
        protection | d’un dispositif de protection de l’enfance | child protection services
        integration | d’une mission locale ou d’un dispositif d’insertion | a mission locale or an integration scheme
        other | d’une autre situation qui rend ce départ difficile | another situation that makes leaving difficult
      `,
      help: [
        'Parlez de territoires et de structures, jamais de la situation d’une personne.',
        'Speak of areas and organisations, never of one person’s situation.',
      ],
    }),
    ask(
      'neighbourhoods',
      'short_text',
      'Quartiers ou communes concernés',
      'Neighbourhoods or municipalities concerned',
      { required: true },
    ),
    ask('guidance', 'long_text', 'Comment le groupe s’est-il formé ?', 'How did the group come together?', {
      ...{ required: true, maxLength: 1500 },
      help: [
        'Qui oriente les jeunes vers le projet, et comment ils restent accompagnés après.',
        'Who guides the young people to the project, and how they remain supported afterwards.',
      ],
    }),
  ],
)

export const vvvSi: TemplateInput = {
  key: 'vvv_si',
  code: 'VVV-SI',
  name: said(
    'Ville, Vie, Vacances – Solidarité internationale',
    'City, Life, Holidays – International solidarity',
  ),
  aliases: ['VVVSI', 'VVSI', 'VVVS', 'VVV/SI', 'Ville Vie Vacances Solidarité Internationale'],
  summary: said(
    'Comme JSI, pour des jeunes des quartiers et des territoires d’où l’on part le moins : un échange et une action de solidarité avec un groupe d’un pays partenaire.',
    'Like JSI, for young people from the neighbourhoods and areas whence people leave least: an exchange and a solidarity action with a group from a partner country.',
  ),
  funder: 'Fonjep, ministère de l’Europe et des Affaires étrangères',
  intake: 'elsewhere',
  intakeUrl: 'https://www.fonjep.org',
  legalText: null,
  steps: { sponsor: true, national: true, advance: true, instruction: true },
  jury: 'grid',
  rules: exchangeRules,
  form: exchangeForm(publicSection),
  grid: exchangeGrid({
    ...{ key: 'public', weight: 2, max: 5, commentRequired: true },
    label: said('Public du dispositif', 'Public of the scheme'),
    help: said(
      'Le projet va-t-il vers des jeunes que la mobilité atteint peu, et avec des structures qui les suivent ?',
      'Does the project reach young people whom mobility seldom reaches, with organisations that support them?',
    ),
  }),
  calendar: exchangeCalendar,
  retentionMonths: 60,
}
