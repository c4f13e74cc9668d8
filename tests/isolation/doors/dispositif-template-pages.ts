import type { PageCase } from './pages.ts'
import { WORD } from './target.ts'

/** Where templates are read and taken, and where a dispositif follows one or is one. */
export const DISPOSITIF_TEMPLATES: Record<string, PageCase> = {
  '/:network/bureau/dispositifs/modeles': { queries: ['', `?q=${WORD}`] },
  '/:network/bureau/dispositifs/modeles/:template': {},
  '/:network/bureau/dispositifs/:id/modele': {
    posts: [
      {},
      { acte: 'partager', note: 'Intrus' },
      { acte: 'retirer' },
      { acte: 'prendre', version: '1' },
      { acte: 'publier', vu: '' },
      { acte: 's-ecarter' },
    ],
  },
}
