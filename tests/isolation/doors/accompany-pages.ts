import type { PageCase } from './pages.ts'
import { WORD } from './target.ts'

/** Pages of the team's support to organisations, and what is searched through all of the desk. */
export const ACCOMPANY: Record<string, PageCase> = {
  '/:network/bureau/recherche': { queries: ['', `?q=${WORD}`, `?q=${WORD}+45+min+budget`] },
  '/:network/bureau/recherche/trouve': { queries: ['', `?q=${WORD}`, `?q=${WORD}+45+min+budget`] },
  '/:network/bureau/appuis': {
    queries: [
      '',
      '?annee=2026&famille=flow&vue=structures',
      '?recoupement=1&vue=structures',
      '?structure=:id',
    ],
    posts: [
      {},
      { intent: 'noter', phrase: `${WORD} 45 min budget` },
      { intent: 'supprimer', appui: ':act' },
      { intent: 'retablir', appui: ':act' },
      { intent: 'fait', appui: ':act' },
    ],
  },
  '/:network/bureau/appuis/nouveau': {
    queries: ['', `?phrase=${WORD}+45+min`, '?structure=:id'],
    posts: [{}, { organisations: ':id', minutes: '45', kind: 'funding', happenedOn: '2026-01-05' }],
  },
  '/:network/bureau/appuis/compris': { queries: ['', `?phrase=${WORD}+45+min+budget`] },
  '/:network/bureau/appuis/bilan': { queries: ['', '?annee=2026'] },
  '/:network/bureau/appuis/bilan/exporter': { posts: [{}, { annee: '2026' }] },
  '/:network/bureau/appuis/:id': {
    posts: [
      {},
      {
        organisations: ':id',
        minutes: '45',
        kind: 'funding',
        happenedOn: '2026-01-05',
        topic: 'Intrus',
        version: '1',
      },
    ],
  },
}
