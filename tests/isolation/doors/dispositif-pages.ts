import type { PageCase } from './pages.ts'
import { WORD } from './target.ts'

/** What the public pages of dispositifs are asked. */
export const DISPOSITIFS: Record<string, PageCase> = {
  '/:network/dispositifs': { queries: ['', `?q=${WORD}`] },
  '/:network/dispositifs/:slug': {},
  '/:network/dispositifs/:slug/test': {
    queries: ['', '?age_min=15&demande=4000&pays=SN&pays=TG&piece=budget'],
  },
}
