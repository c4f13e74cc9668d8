import type { PageCase } from './pages.ts'

const NIL = '00000000-0000-7000-8000-000000000000'

/** Pages of the team, of what it is asked to decide, and of the network's own upkeep. */
export const TEAM: Record<string, PageCase> = {
  '/:network/bureau/equipe': {
    queries: ['', '?qui=organisations', '?qui=past&page=2'],
    posts: [{}, { renvoyer: ':invitation' }, { retirer: ':invitation' }],
  },
  '/:network/bureau/equipe/inviter': { posts: [{}, { email: 'intrus@essai.example', role: 'admin' }] },
  '/:network/bureau/equipe/:grant': { posts: [{}, { intent: 'retirer' }, { intent: 'changer' }] },
  '/:network/bureau/demandes': {
    posts: [
      {},
      { demande: ':request', intent: 'accepter' },
      { demande: ':request', intent: 'refuser', reason: 'Non' },
    ],
  },
  '/:network/bureau/propositions': { queries: ['', '?voir=repondues'] },
  '/:network/bureau/propositions/reglages': { posts: [{}, { months: '6', atOnce: 'oui' }] },
  '/:network/bureau/propositions/:proposal': {
    posts: [{}, { intent: 'decider' }, { intent: 'traitee' }, { intent: 'refuser', reason: 'Non' }],
  },
  '/:network/bureau/roles': {},
  '/:network/bureau/securite': { posts: [{}, { obligatoire: 'oui' }] },
  '/:network/bureau/absences': { posts: [{}, { terminer: ':absence' }] },
  '/:network/bureau/travaux': {},
  '/:network/bureau/travaux/:work': { posts: [{}, { intent: 'reessayer' }, { intent: 'annuler' }] },
  '/:network/bureau/taches': { posts: [{}, { travail: NIL }] },
  '/:network/bureau/journal': { queries: ['', '?du=2026-01-01&au=2026-12-31', `?fiche=:id`] },
  '/:network/bureau/journal/exporter': {},
  '/:network/bureau/service': {},
}
