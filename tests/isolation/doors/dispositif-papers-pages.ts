import type { PageCase } from './pages.ts'

const IMPORT = '/:network/bureau/dispositifs/sessions/:session/importer'

/** What comes in and goes out of a session as files. */
export const DISPOSITIF_PAPERS: Record<string, PageCase> = {
  '/:network/bureau/dispositifs/sessions/:session/exporter': { posts: [{}, { format: 'zip' }] },
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
