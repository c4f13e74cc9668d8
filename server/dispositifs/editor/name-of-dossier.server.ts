import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { namesOfDossiers } from '../dossier/names-of.server.ts'

/** « JSI 12 · Un potager à Ouidah », as mails and notices call it. */
export const nameOfDossier = async (tx: Transaction, ctx: NetworkContext, id: string): Promise<string> =>
  (await namesOfDossiers(tx, ctx, [id])).get(id) ?? ''
