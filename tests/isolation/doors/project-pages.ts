import type { PageCase } from './pages.ts'
import { PUBLISHED, WORD } from './target.ts'

const SEARCHES = ['', `?q=${WORD}`]

/** What the pages of projects are asked and sent. */
export const PROJECTS: Record<string, PageCase> = {
  '/:network/embed/projets': { queries: [...SEARCHES, '?vue=carte'] },
  '/projets/points': { queries: [`?bbox=-20,-35,60,40&z=3&q=${WORD}`] },
  '/:network/projets/points': { queries: ['?bbox=-20,-35,60,40&z=9', `?bbox=-20,-35,60,40&z=3&q=${WORD}`] },
  '/projets': { queries: SEARCHES },
  '/:network/projets': { queries: SEARCHES },
  '/:network/projets/:slug': {},
  '/:network/projets/:slug/partage.png': {},
  '/:network/projets/flux.xml': {},
  '/:network/projets/flux.json': {},
  '/:network/bureau/projets': { queries: [...SEARCHES, '?statut=running&collectivites=oui'] },
  '/:network/bureau/projets/nouveau': { posts: [{}, { title: 'Intrus' }] },
  '/:network/bureau/projets/liens': { posts: [{}, { lien: ':tie', intent: 'confirmer' }] },
  '/:network/bureau/projets/themes': {},
  '/:network/bureau/projets/propositions': { queries: ['', '?voir=repondues'] },
  '/:network/bureau/projets/propositions/:proposal': {
    posts: [{}, { intent: 'decider', 'champ-title': 'prendre' }, { intent: 'refuser', reason: 'Non' }],
  },
  '/:network/espace/structures/:id/projets': {},
  '/:network/espace/structures/:id/projets/:project': {
    posts: [{}, { intent: 'envoyer', title: 'Intrus' }, { intent: 'abandonner' }],
  },
  '/:network/bureau/projets/:id': { posts: [{}, { intent: 'publier' }, { intent: 'retirer' }] },
  '/:network/bureau/projets/:id/modifier': {
    posts: [
      {},
      { title: 'Intrus', version: '1', holders: PUBLISHED, status: 'running', visibility: 'public' },
    ],
  },
  '/:network/bureau/projets/:id/images': { posts: [{}, { retirer: ':file' }] },
  '/:network/bureau/projets/:id/liens': { posts: [{}, { retirer: ':tie' }, { structure: 'gescod/x' }] },
}
