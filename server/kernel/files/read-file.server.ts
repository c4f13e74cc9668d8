import { and, eq, isNull } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { storedFile } from '#db/schema/kernel.ts'
import { type Context, requireAccount, requireNetwork, type StaffContext } from '#server/kernel/context.ts'
import { notFound, signInNeeded } from '#server/kernel/errors.ts'
import { files } from './files.server.ts'
import { isSigned } from './signed-link.server.ts'

/** Who may read a file, by what it belongs to. An owner type without a line here is read by nobody. */
export type FileOwners = Record<string, (ctx: StaffContext, ownerId: string) => Promise<boolean> | boolean>

/**
 * The bytes of a file, for who may read what it belongs to, for whoever holds a signed link, or for all when
 * it is public. A file of another network, one out of reach and one that never was give the same answer.
 */
export async function readFile(ctx: Context, owners: FileOwners, id: string, query: URLSearchParams) {
  requireNetwork(ctx)
  const [row] = await inNetwork(ctx, (tx) =>
    tx
      .select()
      .from(storedFile)
      .where(
        and(eq(storedFile.networkId, ctx.network.id), eq(storedFile.id, id), isNull(storedFile.deletedAt)),
      ),
  )
  const open = row?.isPublic || (row && isSigned(ctx, id, query))
  if (!open) {
    // Asked first, whether the file is there or not: a stranger learns nothing.
    if (!ctx.account) throw signInNeeded()
    requireAccount(ctx)
    if (!row || !(await owners[row.ownerType]?.(ctx, row.ownerId))) throw notFound()
  }
  if (!row || !isReadable(row, ctx.account?.id)) throw notFound()
  const body = await files().store.read(row.storageKey)
  if (!body) throw notFound()
  return { name: row.name, mediaType: row.mediaType, isPublic: row.isPublic, size: row.size, body }
}

/**
 * Where there is an antivirus, what it has not seen is for its sender alone: stopping the antivirus must
 * not be a way round it. Where there is none, nothing would ever be readable.
 */
export function isReadable(file: { verdict: string; createdBy: string | null }, reader: string | undefined) {
  if (file.verdict === 'infected') return false
  return file.verdict === 'clean' || !files().scan || (file.createdBy !== null && file.createdBy === reader)
}
