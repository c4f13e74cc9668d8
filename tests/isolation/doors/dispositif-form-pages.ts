import type { PageCase } from './pages.ts'

/** What the pages about forms of dispositifs are asked and sent. */
export const DISPOSITIF_FORMS: Record<string, PageCase> = {
  '/:network/bureau/dispositifs/:id/formulaire': {
    queries: ['', '?vue=imprimer'],
    posts: [{}, { 'f.title': 'Intrus' }, { lignes: 'f.budget.income.cash' }],
  },
}
