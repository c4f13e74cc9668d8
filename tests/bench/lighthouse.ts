import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { browserOptions } from '#tests/support/browser.ts'
import { freePort, withDemoInstance } from '#tests/support/demo-instance.ts'
import { report } from './prepare.ts'

const PAGES = ['/', '/annuaire', '/so-cooperation', '/so-cooperation/annuaire']
/** The least each must have, in hundredths. */
const LEAST = { accessibility: 95, 'best-practices': 95, performance: 90, seo: 90 }

/** Judged as on a phone with a slow network, which is what Lighthouse does when it is not told otherwise. */
export async function judgePages(): Promise<number> {
  const port = await freePort()
  const options = await browserOptions()
  const browser = await chromium.launch({
    ...options,
    args: [...options.args, `--remote-debugging-port=${port}`],
  })
  let below = 0
  try {
    await withDemoInstance(async ({ url }) => {
      for (const path of PAGES) {
        const result = await lighthouse(url + path, { port, output: 'json', logLevel: 'error' })
        for (const [key, least] of Object.entries(LEAST)) {
          const category = result?.lhr.categories[key]
          const score = Math.round((category?.score ?? 0) * 100)
          if (score >= least) {
            report(`lighthouse ${key} ${path}`, score, 'of 100', { least })
            continue
          }
          below++
          const audits = category?.auditRefs.filter(
            ({ id, weight }) => weight > 0 && (result?.lhr.audits[id]?.score ?? 1) < 0.9,
          )
          report(`lighthouse ${key} ${path}`, score, 'of 100', {
            least,
            because: audits?.map(({ id }) => id),
          })
        }
      }
    })
  } finally {
    await browser.close()
  }
  return below ? 1 : 0
}
