import { exchangeForm } from './exchange-form.ts'
import { exchangeCalendar, exchangeGrid } from './exchange-grid.ts'
import { exchangeRules } from './exchange-rules.ts'
import { said } from './said.ts'
import type { TemplateInput } from './template.schema.ts'

export const jsi: TemplateInput = {
  key: 'jsi',
  code: 'JSI',
  name: said('Jeunesse et solidarité internationale', 'Youth and international solidarity'),
  aliases: ['Jeunesse Solidarité Internationale', 'Jeunesse / Solidarité internationale'],
  summary: said(
    'Soutient un échange et une action de solidarité entre un groupe de jeunes de France et un groupe d’un pays partenaire, là-bas ou en France.',
    'Supports an exchange and a solidarity action between a group of young people from France and a group from a partner country, there or in France.',
  ),
  funder: 'Fonjep, ministère de l’Europe et des Affaires étrangères',
  intake: 'elsewhere',
  intakeUrl: 'https://www.fonjep.org',
  legalText: null,
  steps: { sponsor: true, national: true, advance: true, instruction: true },
  jury: 'grid',
  rules: exchangeRules,
  form: exchangeForm(),
  grid: exchangeGrid(),
  calendar: exchangeCalendar,
  retentionMonths: 60,
}
