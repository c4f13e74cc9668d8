import { inNetwork, type Transaction } from '#db/client.ts'
import { systemClock } from '#server/kernel/clock.ts'
import type { NetworkContext, StaffContext } from '#server/kernel/context.ts'
import { type KnownNetwork, nameOf, networkById } from '#server/kernel/networks.ts'
import { notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import { enqueue, type QueuedJob } from '#server/kernel/queue.ts'
import type { TieList } from './tie.ts'

const QUEUE = 'directory.tell-other-network'
type What = 'tie_asked' | 'tie_joined' | 'tie_apart'
type Told = { network: number; kind: What; from: string; organisation: string }

/** Notices are the other network's own rows: a job writes them there once what they tell is committed. */
export async function tellOther(
  tx: Transaction,
  ctx: StaffContext,
  other: KnownNetwork,
  kind: What,
  organisation: string,
) {
  const told: Told = { network: other.id, kind, from: nameOf(ctx.network), organisation }
  await enqueue(tx, QUEUE, told)
}

const OPENS: Record<What, TieList> = { tie_asked: 'toSay', tie_joined: 'joined', tie_apart: 'waiting' }

/** Run twice, it tells twice, which says nothing false. */
export const tellOtherNetwork: QueuedJob<Told> = {
  name: QUEUE,
  run: async ({ network: id, kind, from, organisation }, jobId) => {
    const network = networkById(id)
    if (!network) return
    const caller = { address: '', userAgent: '' }
    const ctx: NetworkContext = {
      account: null,
      grants: [],
      network,
      locale: 'fr',
      clock: systemClock,
      requestId: jobId,
      caller,
    }
    await inNetwork(ctx, (tx) =>
      notifyTeam(tx, ctx, {
        kind: `directory.${kind}`,
        params: { network: from, organisation },
        path: `/${network.slug}/bureau/annuaire-national?vue=${OPENS[kind]}`,
      }),
    )
  },
}
