import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { and, eq, isNotNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { storedFile } from '#db/schema/kernel.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { fileRefused } from './errors.ts'
import { type Examined, examineFile, type Upload } from './examine-file.server.ts'
import { files } from './files.server.ts'

/** A file of this machine, too large to be held. */
export type OnDisk = { name: string; mediaType: string; path: string }
type Owner = { ownerType: string; ownerId: string; isPublic?: boolean }
/** What is true together with the file, in its transaction: the owner exists, the audit line is written. */
type Kept = { id: string; name: string; sha256: string }
type Also = (tx: Transaction, file: Kept) => Promise<void>

/** Keeps what a person sent. Who calls has asked who may. */
export async function storeFile(ctx: StaffContext, given: Owner & { upload: Upload }, also: Also) {
  const { upload, ...owner } = given
  const { scan } = files()
  const verdict = scan ? await scan(upload.bytes) : 'not_scanned'
  if (verdict === 'infected') throw fileRefused('infected')
  return keep(ctx, owner, await examineFile(upload), verdict, also)
}

/** Keeps a large file that a person sent, already judged by who takes it. */
export async function storeLargeFile(ctx: StaffContext, given: Owner & { file: OnDisk }, also: Also) {
  const { file, ...owner } = given
  const { scan } = files()
  const verdict = scan ? await scan(await readFile(file.path)) : 'not_scanned'
  if (verdict === 'infected') throw fileRefused('infected')
  return keep(ctx, owner, file, verdict, also)
}

/** Keeps what the product itself made. */
export function storeOwnFile(ctx: StaffContext, given: Owner & { file: Examined | OnDisk }, also: Also) {
  const { file, ...owner } = given
  return keep(ctx, owner, file, 'clean', also)
}

/** The same of several that are owned together, or none of them. */
export async function storeOwnFiles(
  ctx: StaffContext,
  { files: made, ...owner }: Owner & { files: Examined[] },
  also: (tx: Transaction, kept: Kept[]) => Promise<void>,
) {
  const kept: Kept[] = []
  for (const file of made) kept.push(await put(ctx, owner, file, 'clean'))
  await inNetwork(ctx, async (tx) => {
    for (const one of kept) await revive(tx, ctx, one)
    await also(tx, kept)
  })
}

async function keep(
  ctx: StaffContext,
  owner: Owner,
  file: Examined | OnDisk,
  verdict: 'clean' | 'not_scanned',
  also: Also,
) {
  const kept = await put(ctx, owner, file, verdict)
  await inNetwork(ctx, async (tx) => {
    await revive(tx, ctx, kept)
    // Alive for what is written beside it, which may show it at once.
    await also(tx, kept)
  })
  return kept
}

/**
 * Row and bytes, never half. The row is first written as already deleted, so that bytes nobody came to
 * own are found and purged like any deleted file; the transaction that gives it its owner brings it to life.
 */
async function put(
  ctx: StaffContext,
  owner: Owner,
  file: Examined | OnDisk,
  verdict: 'clean' | 'not_scanned',
): Promise<Kept> {
  const id = v7()
  const random = randomBytes(32).toString('hex')
  const storageKey = `${random.slice(0, 2)}/${random.slice(2)}`
  const { name, mediaType } = file
  const { size, sha256 } = await measured(file)
  const now = ctx.clock.now()
  await inNetwork(ctx, (tx) =>
    tx.insert(storedFile).values({
      networkId: ctx.network.id,
      id,
      storageKey,
      name,
      mediaType,
      size,
      sha256,
      ...owner,
      verdict,
      createdBy: ctx.account.id,
      createdAt: now,
      deletedAt: now,
    }),
  )
  const { store } = files()
  await ('path' in file ? store.putFile(storageKey, file.path) : store.put(storageKey, file.bytes))
  return { id, name, sha256 }
}

async function revive(tx: Transaction, ctx: StaffContext, { id }: Kept) {
  const mine = and(eq(storedFile.networkId, ctx.network.id), eq(storedFile.id, id))
  const given = await tx
    .update(storedFile)
    .set({ deletedAt: null })
    .where(and(mine, isNotNull(storedFile.deletedAt)))
    .returning({ id: storedFile.id })
  if (given.length !== 1) throw new Error('the file was purged before it had an owner')
}

async function measured(file: Examined | OnDisk) {
  const hash = createHash('sha256')
  if (!('path' in file)) return { size: file.bytes.length, sha256: hash.update(file.bytes).digest('hex') }
  let size = 0
  for await (const piece of createReadStream(file.path) as AsyncIterable<Buffer>) {
    size += piece.length
    hash.update(piece)
  }
  return { size, sha256: hash.digest('hex') }
}
