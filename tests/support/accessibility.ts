import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What would stop somebody, or make it hard: the rules of WCAG and of good practice, the minor ones left out. */
export async function obstacles(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .flatMap(({ id, impact, nodes }) =>
      nodes.map((node) => `${impact} ${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`),
    )
}
