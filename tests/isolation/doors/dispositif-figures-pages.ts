import type { PageCase } from './pages.ts'

/** The figures of a year of dispositifs. */
export const DISPOSITIF_FIGURES: Record<string, PageCase> = {
  '/:network/bureau/dispositifs/bilan': { queries: ['', '?annee=2026', '?annee=1789'] },
  '/:network/bureau/dispositifs/bilan/exporter': { queries: ['', '?annee=2026'] },
}
