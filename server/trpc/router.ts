import { crmRouter } from '#server/crm/router.ts'
import { directoryRouter } from '#server/directory/router.ts'
import { observatoryRouter } from '#server/observatory/router.ts'
import { projectsRouter } from '#server/projects/router.ts'
import { router } from './init.ts'

/** One line a capability; each capability's router lists its procedures. */
export const appRouter = router({
  crm: crmRouter,
  directory: directoryRouter,
  projects: projectsRouter,
  observatory: observatoryRouter,
})

export type AppRouter = typeof appRouter
