import type { PageCase } from './pages.ts'

const decision = {
  intent: 'decider',
  outcome: 'refused',
  decidedOn: '2026-11-01',
  comment: 'Intrus',
  vu: '0',
}
const step = {
  intent: 'etape',
  step: 'paid',
  amountCents: '100',
  happenedOn: '2026-11-01',
  versement: ':payment',
}
const accreditation = { organisationId: ':id', startsOn: '2026-01-01' }

const outreach = {
  kind: 'stand',
  happenedOn: '2026-11-01',
  title: 'Intrus',
  dispositifs: ':dispositif',
  version: '1',
}

/** What follows a decision: the team's pages, and those of who sponsors. */
export const DISPOSITIF_FOLLOW_UP: Record<string, PageCase> = {
  '/:network/bureau/dispositifs/actions': { queries: ['', '?annee=2026'] },
  '/:network/bureau/dispositifs/actions/nouvelle': { posts: [{}, outreach] },
  '/:network/bureau/dispositifs/actions/exporter': { queries: ['', '?annee=2026'] },
  '/:network/bureau/dispositifs/actions/:action': { posts: [{}, outreach, { intent: 'retirer' }] },
  '/:network/bureau/dispositifs/sessions/:session/decisions': {},
  '/:network/bureau/dispositifs/sessions/:session/decisions/:decisionImport': {
    posts: [{}, { intent: 'colonnes', colonne: 'number' }, { intent: 'ecrire', annoncees: '1' }],
  },
  '/:network/bureau/dispositifs/marraines': {},
  '/:network/bureau/dispositifs/marraines/agreer': {
    queries: ['', '?structure=:id'],
    posts: [{}, accreditation],
  },
  '/:network/bureau/dispositifs/marraines/:id': {
    posts: [
      {},
      { intent: 'inviter', email: 'intrus@essai.example' },
      { intent: 'arreter', agrement: ':accreditation', endedOn: '2026-11-01', endReason: 'Intrus' },
    ],
  },
  '/:network/bureau/dispositifs/sessions/:session/suivi': {
    posts: [{}, { intent: 'echeances', reportDueOn: '2026-12-01' }],
  },
  '/:network/bureau/dispositifs/sessions/:session/laureats': {
    posts: [{}, { intent: 'publier', montants: 'oui' }, { intent: 'retirer' }],
  },
  '/:network/bureau/dispositifs/sessions/:session/lettres': {
    queries: ['', '?lettre=refused'],
    posts: [{}, { lettre: 'financed', dossier: ':dossier' }],
  },
  '/:network/bureau/dispositifs/dossiers/:id/suivi': {
    posts: [
      {},
      decision,
      step,
      { intent: 'prevoir', kind: 'advance', amountCents: '100', paidTo: 'holder' },
      { intent: 'annuler', versement: ':payment' },
      { intent: 'reprendre', etape: ':paymentStep' },
      { intent: 'bilan', reportDueOn: '2026-12-01' },
      { intent: 'solder', reason: 'Intrus' },
      { intent: 'publier' },
    ],
  },
  '/:network/bureau/dispositifs/dossiers/:id/lettres/envoyer': {
    queries: ['', '?lettre=refused'],
    posts: [{}, { lettre: 'financed' }],
  },
  '/:network/bureau/dispositifs/dossiers/:id/lettres/:letter': {},
  '/:network/bureau/dispositifs/dossiers/:id/lettres/:letter/pdf': {},
  '/:network/bureau/dispositifs/:id/lettres': {},
  '/:network/bureau/dispositifs/:id/lettres/:key': {
    posts: [{}, { intent: 'garder', subject: 'Intrus', body: 'Intrus' }, { intent: 'revenir' }],
  },
  '/:network/espace/parrainages': {},
  '/:network/espace/parrainages/:dossier': {
    posts: [
      {},
      { intent: 'valider' },
      { intent: 'renvoyer', reason: 'Intrus' },
      { ...step, step: 'received' },
    ],
  },
}
