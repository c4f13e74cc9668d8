import type { PageCase } from './pages.ts'

const IMPORT = '/:network/bureau/dispositifs/sessions/:session/importer'

const WORKSHOP = '/:network/bureau/dispositifs/:id/personnaliser'

/** What comes in and goes out of a session as files. */
export const DISPOSITIF_PAPERS: Record<string, PageCase> = {
  '/:network/bureau/dispositifs/sessions/:session/exporter': { posts: [{}, { format: 'zip' }] },
  [WORKSHOP]: {
    queries: ['', '?session=:session&quoi=form'],
    posts: [
      {},
      { acte: 'ouvrir' },
      { acte: 'session', session: ':session', quoi: 'form', brouillons: 'oui' },
    ],
  },
  [`${WORKSHOP}/formulaire`]: {
    queries: ['', '?champ=title', '?rubrique=one'],
    posts: [
      {},
      { acte: 'champ-haut:title', vu: '' },
      { acte: 'rubrique-ajouter:', title_fr: 'Intruse', vu: '' },
      { acte: 'champ:title', label_fr: 'Intrus', type: 'short_text', vu: '' },
      { acte: 'publier', vu: '' },
      { acte: 'abandonner', vu: '' },
    ],
  },
  [`${WORKSHOP}/regles`]: {
    queries: ['', '?nouvelle=ages'],
    posts: [
      {},
      { acte: 'regle:', kind: 'ages', min: '1', max: '2', why_fr: 'Intruse', source: 'Intruse', vu: '' },
      { acte: 'publier', vu: '' },
      { acte: 'abandonner', vu: '' },
    ],
  },
  [`${WORKSHOP}/grille`]: {
    posts: [{}, { acte: 'ajouter' }, { acte: 'publier', vu: '' }, { acte: 'abandonner', vu: '' }],
  },
  '/:network/bureau/dispositifs/sessions/:session/pieces': { posts: [{}, { dossier: ':dossier' }] },
  '/:network/bureau/dispositifs/dossiers/:id/pieces': {
    posts: [{}, { retirer: ':file' }, { piece: ':file', question: 'deposited_file' }],
  },
  [IMPORT]: {},
  [`${IMPORT}/:dossierImport`]: {
    queries: ['', '?lignes=refused&page=2'],
    posts: [
      {},
      { intent: 'confirmer' },
      { intent: 'defaire' },
      { intent: 'oublier' },
      { intent: 'choisir', ligne: '2', 'porteur:2': 'create', prendre: '2:f.title' },
    ],
  },
  [`${IMPORT}/:dossierImport/colonnes`]: { posts: [{}, { champ: ['number'] }] },
  [`${IMPORT}/:dossierImport/refusees`]: {},
}
