import type { InterestSource } from './interest-source.ts'

/** The organisation one comes from. */
export const ownOrganisation: InterestSource = async (_tx, _ctx, people) =>
  people.flatMap(({ id, organisationId }) =>
    organisationId ? [{ instructorId: id, organisationId, kind: 'own', said: {} }] : [],
  )
