import { z } from 'zod'
import { procedure, router } from '#server/trpc/init.ts'
import { getStandingOrganisation } from './merge/get-standing-organisation.server.ts'
import { createOrganisation } from './organisation/create-organisation.server.ts'
import { organisationSearch } from './organisation/find-organisations.schema.ts'
import { findOrganisations } from './organisation/find-organisations.server.ts'
import { organisationInput } from './organisation/organisation.schema.ts'
import { publishOrganisation } from './organisation/publish-organisation.server.ts'
import { unpublishOrganisation } from './organisation/unpublish-organisation.server.ts'
import { updateOrganisation } from './organisation/update-organisation.server.ts'
import { peopleProcedures } from './person/procedures.ts'

const one = z.object({ id: z.uuid() })
const fields = z.object({ organisation: organisationInput })

export const crmRouter = router({
  ...peopleProcedures,
  findOrganisations: procedure
    .input(z.object(organisationSearch.shape))
    .query(({ ctx, input: { network, ...search } }) => findOrganisations(ctx, search)),
  getOrganisation: procedure.input(one).query(({ ctx, input }) => getStandingOrganisation(ctx, input.id)),
  createOrganisation: procedure
    .input(fields)
    .mutation(({ ctx, input }) => createOrganisation(ctx, input.organisation)),
  updateOrganisation: procedure
    .input(one.extend({ version: z.number().int() }))
    .input(fields)
    .mutation(({ ctx, input }) => updateOrganisation(ctx, input.id, input.version, input.organisation)),
  publishOrganisation: procedure
    .input(one.extend({ evenHidden: z.boolean().default(false) }))
    .mutation(({ ctx, input }) => publishOrganisation(ctx, input.id, input.evenHidden)),
  unpublishOrganisation: procedure
    .input(one)
    .mutation(({ ctx, input }) => unpublishOrganisation(ctx, input.id)),
})
