import { inNetwork, type Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { may } from '#server/kernel/permissions.ts'
import { isGivenToRead } from '../instruction/own-dossiers.server.ts'
import { dispositifs } from '../permissions.ts'
import { isSponsor } from '../sponsor/demand-sponsored.server.ts'
import { editorsOf } from './editors.server.ts'

/** Somebody beside the team who may read a dossier and what it holds. Who they are is asked of the dossier, never of their role alone. */
export type DossierReader = (tx: Transaction, ctx: StaffContext, dossierId: string) => Promise<boolean>

const isEditor: DossierReader = async (tx, ctx, dossierId) =>
  may(ctx, dispositifs['dossier:hold']) &&
  (await editorsOf(tx, ctx, dossierId)).some(({ accountId }) => accountId === ctx.account.id)

/** Who else may read; whoever instructs and whoever answers for the money add their line. */
export const DOSSIER_READERS: DossierReader[] = [
  // One line each.
  isEditor,
  isSponsor,
  isGivenToRead,
]

/** For the files of a dossier: the team, then each of those above. */
export async function mayReadDossier(ctx: StaffContext, dossierId: string): Promise<boolean> {
  if (may(ctx, dispositifs['dossier:read'])) return true
  if (!ctx.network.modules.includes('dispositifs')) return false
  return inNetwork(ctx, async (tx) => {
    for (const reads of DOSSIER_READERS) if (await reads(tx, ctx, dossierId)) return true
    return false
  })
}
