import { defineConfig } from 'vitest/config'

const deep = process.env.TEST_DEEP === '1'

/** Files named *.deep.test.ts are the long proofs: `npm run test:deep`. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: deep ? ['**/*.deep.test.ts'] : ['**/*.test.{ts,tsx}'],
    exclude: [
      'node_modules/**',
      'build/**',
      '.data/**',
      'tests/e2e/**',
      ...(deep ? [] : ['**/*.deep.test.ts']),
    ],
    globalSetup: ['tests/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: deep ? 1_800_000 : 30_000,
    hookTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
  },
})
