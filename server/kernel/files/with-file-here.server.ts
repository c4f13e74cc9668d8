import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { and, eq, isNull } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { storedFile } from '#db/schema/kernel.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { files } from './files.server.ts'

/** A folder of this machine for what is too large to be held; gone with the work. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Brings the file of an owner beside the program while `work` reads it. Who calls has asked who may. */
export async function withFileHere<T>(
  ctx: NetworkContext,
  owner: { ownerType: string; ownerId: string },
  work: (path: string) => Promise<T>,
): Promise<T> {
  const { ownerType, ownerId } = owner
  const [row] = await inNetwork(ctx, (tx) =>
    tx
      .select({ key: storedFile.storageKey })
      .from(storedFile)
      .where(
        and(
          eq(storedFile.networkId, ctx.network.id),
          eq(storedFile.ownerType, ownerType),
          eq(storedFile.ownerId, ownerId),
          isNull(storedFile.deletedAt),
        ),
      ),
  )
  const body = row && (await files().store.read(row.key))
  if (!body) throw notFound()
  return withFolder(async (folder) => {
    const path = join(folder, 'file')
    await pipeline(Readable.fromWeb(body as never), createWriteStream(path, { mode: 0o600 }))
    return work(path)
  })
}
