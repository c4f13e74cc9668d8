import type { PageCase } from './pages.ts'

const person = { name: 'Intrus', email: 'intrus@essai.example' }

/** Where a holder begins, writes and follows a dossier; and where the team asks something of them. */
export const DISPOSITIF_HOLDERS: Record<string, PageCase> = {
  '/:network/dispositifs/:slug/deposer': { posts: [{}, { ...person, organisation: 'Intrus' }] },
  '/:network/deposer/:token': {},
  '/:network/espace/dossiers': {},
  '/:network/espace/dossiers/:id': {
    posts: [
      {},
      { intent: 'retirer' },
      { intent: 'desister', motif: 'Parce que' },
      { intent: 'realiser' },
      { intent: 'confirmer' },
    ],
  },
  '/:network/espace/dossiers/:id/remplir': {
    posts: [{}, { 'f.title': 'Intrus', intent: 'enregistrer' }, { intent: 'repondre', reponse: 'Intrus' }],
  },
  '/:network/espace/dossiers/:id/enregistrer': {
    queries: ['', '?depuis=1'],
    posts: [{}, { 'f.title': 'Intrus' }],
  },
  '/:network/espace/dossiers/:id/verifier': { posts: [{}] },
  '/:network/espace/dossiers/:id/accuse': {},
  '/:network/espace/dossiers/:id/pieces': { posts: [{}, { retirer: ':file' }] },
  '/:network/espace/dossiers/:id/equipe': {
    posts: [{}, { ...person, intent: 'inviter' }, { intent: 'retirer', editeur: ':id' }],
  },
  '/:network/espace/dossiers/:id/reprendre': {
    queries: ['', '?de=:id'],
    posts: [{}, { de: ':id', prendre: 'title' }],
  },
  '/:network/espace/dossiers/:id/bilan': {
    queries: ['', '?pieces=1'],
    posts: [{}, { 'f.body': 'Intrus', intent: 'envoyer' }],
  },
  '/:network/bureau/dispositifs/dossiers/:id/porteur': {
    posts: [
      {},
      { intent: 'demander', fields: 'title', reason: 'Parce que', dueOn: '2030-01-01' },
      { intent: 'annuler' },
      { ...person, intent: 'inviter' },
    ],
  },
}
