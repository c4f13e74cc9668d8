import { eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dispositifTaken } from '#db/schema/dispositifs/template.ts'
import { dispositif } from '#db/schema/dispositifs.ts'
import { type Clock, systemClock } from '#server/kernel/clock.ts'
import { type NetworkContext, unattended } from '#server/kernel/context.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { activeNetworks } from '#server/kernel/networks.ts'
import { notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import type { QueuedJob } from '#server/kernel/queue.ts'
import { offerFrom } from './offers.server.ts'
import { thisTie } from './tie.server.ts'
import { TELL_TEMPLATES } from './told-queue.ts'

/** Tells each network, once a version, that a template it follows has a newer one. */
export async function tellNewerTemplates(clock: Clock) {
  for (const network of activeNetworks()) {
    const ctx: NetworkContext = { ...unattended(TELL_TEMPLATES), network, clock }
    await inNetwork(ctx, (tx) => tellOne(tx, ctx))
  }
}

async function tellOne(tx: Transaction, ctx: NetworkContext) {
  const { sourceNetwork, source, toldVersion } = dispositifTaken
  const rows = await tx
    .select({
      id: dispositif.id,
      code: dispositif.code,
      archived: dispositif.archivedAt,
      sourceNetwork,
      source,
      toldVersion,
    })
    .from(dispositifTaken)
    .innerJoin(dispositif, eq(dispositif.id, dispositifTaken.dispositifId))
    .where(eq(dispositifTaken.networkId, ctx.network.id))
    .for('update', { of: dispositifTaken })
  for (const { id, code, archived, ...tie } of rows) {
    if (archived) continue
    const offer = await offerFrom(tx, ctx, { network: tie.sourceNetwork, source: tie.source })
    if (!offer || offer.version <= tie.toldVersion) continue
    await notifyTeam(tx, ctx, {
      kind: 'dispositifs.template_version',
      params: { dispositif: code, version: offer.version },
      path: `/${ctx.network.slug}/bureau/dispositifs/${id}/modele`,
    })
    await tx.update(dispositifTaken).set({ toldVersion: offer.version }).where(thisTie(ctx, id))
  }
}

/** As soon as a version is shared. */
export const tellTemplates: QueuedJob = {
  name: TELL_TEMPLATES,
  run: () => tellNewerTemplates(systemClock),
}

/** Templates of the product change with it, and nobody shares them. */
export const tellTemplatesDaily: ScheduledJob = {
  name: 'dispositifs.tell-templates-daily',
  cron: '50 5 * * *',
  run: () => tellNewerTemplates(systemClock),
}
