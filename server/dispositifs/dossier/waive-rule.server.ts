import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dossierWaiver } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { lockDossier } from './locked-dossier.server.ts'

/** This dossier need not keep that rule: who decided and why stays on record. */
export async function waiveRule(
  ctx: Context,
  dossierId: string,
  { ruleKey, reason }: { ruleKey: string; reason: string },
) {
  demand(ctx, dispositifs['dossier:move'])
  await inNetwork(ctx, async (tx) => {
    await lockDossier(tx, ctx, dossierId)
    const set = { reason, accountId: ctx.account.id, at: ctx.clock.now() }
    const { networkId, dossierId: of, ruleKey: named } = dossierWaiver
    await tx
      .insert(dossierWaiver)
      .values({ networkId: ctx.network.id, dossierId, ruleKey, ...set })
      .onConflictDoUpdate({ target: [networkId, of, named], set })
    await record(tx, ctx, {
      action: 'dossier.rule_waived',
      objectType: 'dossier',
      objectId: dossierId,
      changes: { rule: ruleKey, reason },
    })
  })
}

export async function takeBackWaiver(ctx: Context, dossierId: string, ruleKey: string) {
  demand(ctx, dispositifs['dossier:move'])
  await inNetwork(ctx, async (tx) => {
    await lockDossier(tx, ctx, dossierId)
    const { networkId, dossierId: of, ruleKey: named } = dossierWaiver
    const gone = await tx
      .delete(dossierWaiver)
      .where(and(eq(networkId, ctx.network.id), eq(of, dossierId), eq(named, ruleKey)))
      .returning({ named })
    if (gone.length === 0) return
    await record(tx, ctx, {
      action: 'dossier.waiver_taken_back',
      objectType: 'dossier',
      objectId: dossierId,
      changes: { rule: ruleKey },
    })
  })
}
