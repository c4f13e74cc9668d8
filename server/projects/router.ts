import { z } from 'zod'
import { type Clock, today } from '#server/kernel/clock.ts'
import { notFound } from '#server/kernel/errors.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import { procedure, router } from '#server/trpc/init.ts'
import { projectFilters } from './listing/filters.schema.ts'
import { findProjectListings } from './listing/find-project-listings.server.ts'
import { getProjectListing } from './listing/get-project-listing.server.ts'
import { createProject } from './project/create-project.server.ts'
import { projectSearch } from './project/find-projects.schema.ts'
import { findProjects } from './project/find-projects.server.ts'
import { getProject } from './project/get-project.server.ts'
import { projectInput } from './project/project.schema.ts'
import { publishProject } from './project/publish-project.server.ts'
import { unpublishProject } from './project/unpublish-project.server.ts'
import { updateProject } from './project/update-project.server.ts'
import { answerTie } from './tie/answer-tie.server.ts'
import { findAskedTies } from './tie/find-asked-ties.server.ts'
import { findTies } from './tie/find-ties.server.ts'
import { proposeTie } from './tie/propose-tie.server.ts'
import { withdrawTie } from './tie/withdraw-tie.server.ts'

const one = z.object({ id: z.uuid() })
const fields = z.object({ project: projectInput })

export const projectsRouter = router({
  findListings: procedure
    .input(z.object({ filters: projectFilters }))
    .query(({ ctx, input }) => findProjectListings(panoramaOf(ctx), input.filters)),
  getListing: procedure
    .input(z.object({ slug: z.string().max(100) }))
    .query(({ ctx, input }) => getProjectListing(panoramaOf(ctx), input.slug)),
  findProjects: procedure
    .input(z.object(projectSearch.shape))
    .query(({ ctx, input: { network, ...search } }) => findProjects(ctx, search)),
  getProject: procedure.input(one).query(({ ctx, input }) => getProject(ctx, input.id)),
  createProject: procedure.input(fields).mutation(({ ctx, input }) => createProject(ctx, input.project)),
  updateProject: procedure
    .input(one.extend({ version: z.number().int() }))
    .input(fields)
    .mutation(({ ctx, input }) => updateProject(ctx, input.id, input.version, input.project)),
  publishProject: procedure.input(one).mutation(({ ctx, input }) => publishProject(ctx, input.id)),
  unpublishProject: procedure.input(one).mutation(({ ctx, input }) => unpublishProject(ctx, input.id)),
  findTies: procedure.input(one).query(({ ctx, input }) => findTies(ctx, input.id)),
  findAskedTies: procedure.query(({ ctx }) => findAskedTies(ctx)),
  proposeTie: procedure
    .input(
      one.extend({ listing: z.strictObject({ network: z.string().max(60), slug: z.string().max(100) }) }),
    )
    .mutation(({ ctx, input }) => proposeTie(ctx, input.id, input.listing)),
  withdrawTie: procedure
    .input(one.extend({ tie: z.uuid() }))
    .mutation(({ ctx, input }) => withdrawTie(ctx, input.id, input.tie)),
  answerTie: procedure
    .input(one.extend({ answer: z.enum(['confirmed', 'refused', 'revoked']) }))
    .mutation(({ ctx, input }) => answerTie(ctx, input.id, input.answer)),
})

type Placed = { network: KnownNetwork; clock: Clock }
/** A network without a panorama answers as if it were not there. */
function panoramaOf({ network, clock }: Placed) {
  if (!network.modules.includes('projects')) throw notFound()
  return { networkId: network.id, today: today(clock, network.timeZone) }
}
