import { positionTies } from '#server/crm/public.ts'
import { supportTies } from '#server/support/public.ts'
import { declaredTies } from './declared-ties.server.ts'
import type { InterestSource } from './interest-source.ts'
import { ownOrganisation } from './own-organisation.server.ts'

/** Who knows what may tie an instructor to an organisation; one line each. */
export const INTEREST_SOURCES: InterestSource[] = [ownOrganisation, declaredTies, positionTies, supportTies]
