import { describe, expect, it, vi } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { startApp } from '#tests/support/http.ts'
import { API_PATHS } from './api-paths.ts'
import { doorReport } from './door-faults.ts'
import { PAGES, pagePatterns } from './pages.ts'
import { ELSEWHERE } from './people.ts'
import { PROCEDURES, procedureNames } from './procedures.ts'
import { SECRET } from './target.ts'

// An answer kept from one world would hide what the other says.
vi.hoisted(() => {
  process.env.MAILLAGE_CACHES = 'off'
})

const PATIENCE = 600_000

/** Of the machine, not of the networks. */
const WITHOUT_NETWORKS = ['/favicon.svg', '/healthz', '/hooks/mail/bounces', '/metrics', '/readyz']

describe('The table of doors', () => {
  it('has every procedure', () => {
    expect(Object.keys(PROCEDURES).sort()).toEqual([...procedureNames].sort())
  })
  it('has every page', async () => {
    const patterns = (await pagePatterns()).map(({ pattern }) => pattern)
    expect(Object.keys(PAGES).sort()).toEqual(patterns.sort())
  })
})

describe('The table of doors, on a database', () => {
  useDatabase()
  it('has every path of the API', async () => {
    const { request } = await startApp()
    const { paths } = await (await request('/api/v1/openapi.json')).json()
    expect(Object.keys(API_PATHS).sort()).toEqual(Object.keys(paths).sort())
  })
  it('stands for every mount of the server', async () => {
    const { app } = await startApp()
    const routes = app.routes.filter(({ method }) => method !== 'ALL')
    const paths = routes.map(({ path }) => path.replace(/:(\w+)/g, '{$1}'))
    const known = Object.keys(API_PATHS).map((path) => `/api/v1${path}`)
    expect(new Set(paths)).toEqual(new Set([...known, '/api/v1/openapi.json', ...WITHOUT_NETWORKS]))
  })
})

/** Of the published record and of ids two networks share, every visitor asks in `doors.deep.test.ts`. */
describe('A stranger to a network', () => {
  it(
    'gets the same answer at every door of a hidden record whether the private rows exist or not',
    async () => {
      const { faults, asked } = await doorReport('app', [ELSEWHERE], [], [SECRET])
      expect(faults.join('\n')).toBe('')
      expect(asked).toBeGreaterThan(500)
    },
    PATIENCE,
  )
})
