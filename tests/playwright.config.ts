import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import { browserOptions } from './support/browser.ts'
import { freePort } from './support/demo-instance.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const deep = process.env.TEST_DEEP === '1'

// Read by the runner and again by each of its workers, which inherit what the first reading chose.
if (!process.env.E2E_PORT) {
  process.env.E2E_PORT = String(await freePort())
  const folder = mkdtempSync(join(tmpdir(), 'maillage-e2e-'))
  process.env.E2E_DATA = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
}
const origin = `http://127.0.0.1:${process.env.E2E_PORT}`

/** Journeys through the real product, as `npm start` starts it, on a database of the run's own. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: deep ? '**/*.deep.spec.ts' : '**/*.spec.ts',
  testIgnore: deep ? [] : '**/*.deep.spec.ts',
  // Not test-results itself: it is emptied at each run, and the other runner's results are there.
  outputDir: '../test-results/browser',
  workers: 2,
  fullyParallel: true,
  // A journey that holds only the second time is named at the end of the run: it is a race to be found.
  retries: deep ? 0 : 1,
  timeout: deep ? 600_000 : 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/playwright.json' }]],
  use: { baseURL: origin, locale: 'fr-FR', video: 'off', launchOptions: await browserOptions() },
  webServer: {
    command: `"${process.execPath}" --import tsx server/cli/main.ts start`,
    cwd: ROOT,
    url: `${origin}/readyz`,
    env: {
      PORT: process.env.E2E_PORT,
      DATA_DIR: process.env.E2E_DATA!,
      MAILLAGE_MODE: 'demo',
      LOG_LEVEL: 'warn',
    },
    reuseExistingServer: false,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
})
