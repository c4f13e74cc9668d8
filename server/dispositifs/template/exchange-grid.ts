import { said } from './said.ts'
import type { TemplateInput } from './template.schema.ts'

type Criterion = TemplateInput['grid']['criteria'][number]

/** The six qualities that FONJEP's documents ask of an exchange, then the money. */
export const exchangeGrid = (...more: Criterion[]): TemplateInput['grid'] => ({
  criteria: [
    {
      ...{ key: 'built_together', weight: 3, max: 5, commentRequired: true, eliminatoryBelow: 1 },
      label: said('Co-construit', 'Built together'),
      help: said(
        'Le projet répond à une demande du partenaire et les deux groupes de jeunes l’ont pensé ensemble. Une réciprocité est-elle prévue ?',
        'The project answers a request of the partner and both groups thought it through together. Is it reciprocal?',
      ),
    },
    {
      ...{ key: 'collective', weight: 2, max: 5 },
      label: said('Collectif', 'Collective'),
      help: said(
        'C’est le projet d’un groupe : chacun y a une place, les décisions se prennent ensemble.',
        'It is the project of a group: everybody has a place, decisions are taken together.',
      ),
    },
    {
      ...{ key: 'prepared', weight: 3, max: 5, commentRequired: true },
      label: said('Préparé', 'Prepared'),
      help: said(
        'Préparation interculturelle, connaissance du pays, santé, sécurité, logistique.',
        'Intercultural preparation, knowledge of the country, health, safety, logistics.',
      ),
    },
    {
      ...{ key: 'lasting', weight: 2, max: 5 },
      label: said('Durable', 'Lasting'),
      help: said(
        'L’action est utile sur place après le séjour et le partenariat se poursuit.',
        'The action remains useful after the stay and the partnership goes on.',
      ),
    },
    {
      ...{ key: 'committing', weight: 2, max: 5 },
      label: said('Engageant', 'Committing'),
      help: said(
        'Participation financière, montage du dossier, recherche de fonds, bilan, restitution : quelle part y prennent les jeunes ?',
        'Financial contribution, application, fundraising, review, feedback: what is the young people’s share?',
      ),
    },
    {
      ...{ key: 'accompanied', weight: 2, max: 5 },
      label: said('Accompagné', 'Accompanied'),
      help: said(
        'L’association et sa marraine encadrent le groupe avant, pendant et après.',
        'The association and its sponsor support the group before, during and after.',
      ),
    },
    ...more,
    {
      ...{ key: 'budget', weight: 1, max: 5 },
      label: said('Budget', 'Budget'),
      help: said(
        'Réaliste, équilibré, avec des cofinancements identifiés.',
        'Realistic, balanced, with identified co-funding.',
      ),
    },
  ],
})

export const exchangeCalendar: TemplateInput['calendar'] = [
  {
    text: said(
      'Quatre sessions par an : jurys en région, puis comité national.',
      'Four sessions a year: regional juries, then the national committee.',
    ),
  },
  {
    text: said(
      'Premier trimestre, comme en 2023 : dépôt du 15 juillet au 30 septembre, pour des séjours à partir du 1er janvier.',
      'First quarter, as in 2023: applications from 15 July to 30 September, for stays from 1 January.',
    ),
    ...{ opens: '07-15', closes: '09-30' },
  },
]
