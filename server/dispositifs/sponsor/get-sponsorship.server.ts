import { and, asc, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dispositif, dispositifSession, dossier, dossierMove } from '#db/schema/dispositifs.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { findFiles } from '#server/kernel/files/find-files.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { holdersOf } from '../dossier/holders-of.server.ts'
import { thisDossier } from '../dossier/locked-dossier.server.ts'
import { surroundings } from '../dossier/surroundings.server.ts'
import { paymentsOf } from '../follow-up/payments-of.server.ts'
import { dispositifs } from '../permissions.ts'
import { isSponsor } from './demand-sponsored.server.ts'

/** A dossier as its sponsor reads it; one of another sponsor is not there. */
export async function getSponsorship(ctx: Context, id: string) {
  demand(ctx, dispositifs['sponsorship:own'])
  return inNetwork(ctx, async (tx) => {
    if (!(await isSponsor(tx, ctx, id))) throw notFound()
    const [found] = await tx
      .select({ row: dossier, session: dispositifSession, code: dispositif.code, intake: dispositif.intake })
      .from(dossier)
      .innerJoin(
        dispositifSession,
        and(eq(dispositifSession.networkId, dossier.networkId), eq(dispositifSession.id, dossier.sessionId)),
      )
      .innerJoin(
        dispositif,
        and(eq(dispositif.networkId, dossier.networkId), eq(dispositif.id, dispositifSession.dispositifId)),
      )
      .where(thisDossier(ctx, id))
    const { nth, toState, at, reason } = dossierMove
    const moves = await tx
      .select({ nth, toState, at, reason })
      .from(dossierMove)
      .where(and(eq(dossierMove.networkId, ctx.network.id), eq(dossierMove.dossierId, id)))
      .orderBy(asc(nth))
    return {
      ...found!,
      ...{ moves, form: await formOf(tx, ctx, found!.row.formId) },
      ...(await holdersOf(tx, ctx, id)),
      payments: await paymentsOf(tx, ctx, [id]),
      files: await findFiles(tx, ctx, { ownerType: 'dossier', ownerId: id }),
      accredited: (await surroundings(tx, ctx, [id])).get(id)!.sponsorAccredited,
    }
  })
}
