import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { StaffContext } from '#server/kernel/context.ts'
import { readFile } from '#server/kernel/files/read-file.server.ts'
import { waitForWork } from '#server/kernel/work/wait-for-work.server.ts'
import { askList } from './ask-list.server.ts'
import type { ListRequestInput } from './list-request.schema.ts'

/** A list asked, written and copied to a file of this machine; it stands in the register like any other. */
export async function exportFile(
  ctx: StaffContext,
  input: ListRequestInput,
  path: string,
): Promise<{ rows: number }> {
  const { workId } = await askList(ctx, input)
  const { result } = await waitForWork(ctx, workId)
  const { body } = await readFile(ctx, { list_request: () => true }, result.fileId!, new URLSearchParams())
  await pipeline(Readable.fromWeb(body as never), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  return { rows: result.counts?.rows ?? 0 }
}
