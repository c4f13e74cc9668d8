import type { Transaction } from '#db/client.ts'

export type { ConflictReason } from '#db/schema/dispositifs/jury.ts'

import type { NetworkContext } from '#server/kernel/context.ts'

/** Somebody who may read files, as other capabilities may know them. */
export type Interested = {
  id: string
  accountId: string | null
  email: string
  organisationId: string | null
}

/** What ties somebody to an organisation; `kind` names the sentence, `said` fills it. */
export type Tie = { instructorId: string; organisationId: string; kind: string; said: Record<string, string> }

/** A capability tells the ties it knows; `sources.ts` lists them. */
export type InterestSource = (
  tx: Transaction,
  ctx: NetworkContext,
  people: readonly Interested[],
) => Promise<Tie[]>
