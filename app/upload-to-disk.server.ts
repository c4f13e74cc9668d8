import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import {
  type ActionFunctionArgs,
  data,
  unstable_parseMultipartFormData as parseMultipart,
} from '@remix-run/node'
import { fileRefused } from '#server/kernel/files/errors.ts'
import { withFolder } from '#server/kernel/files/with-file-here.server.ts'

export type UploadOnDisk = { name: string; path: string; size: number }
const MOST_TEXT = 64 * 1024

/**
 * A form with one large file, written piece by piece to a folder that lasts as long as `work`. Past `most`
 * the rest is read and thrown away, up to what the server lets in (server/http/app.ts): a browser that is
 * cut off while it sends shows its own page, and never our sentence.
 */
export const withUpload = <T>(
  args: ActionFunctionArgs,
  most: number,
  work: (given: { form: FormData; upload: UploadOnDisk | null }) => Promise<T>,
): Promise<T> => withUploads(args, most, ({ form, uploads }) => work({ form, upload: uploads[0] ?? null }))

/** The same with as many files as were sent; `most` is for all of them together. */
export function withUploads<T>(
  { request }: ActionFunctionArgs,
  most: number,
  work: (given: { form: FormData; uploads: UploadOnDisk[] }) => Promise<T>,
): Promise<T> {
  return withFolder(async (folder) => {
    const uploads: UploadOnDisk[] = []
    let left = most
    const form = await parse(request, async ({ filename, data: pieces }) => {
      if (filename === undefined) return new TextDecoder().decode(await gather(pieces))
      const path = join(folder, `upload-${uploads.length}`)
      const size = await write(pieces, path, Math.max(0, left))
      left -= size
      if (filename !== '' && size > 0) uploads.push({ name: filename, path, size })
      return undefined
    })
    if (left < 0) throw fileRefused('too_large')
    return work({ form, uploads })
  })
}

type Part = { filename?: string; data: AsyncIterable<Uint8Array> }

async function parse(request: Request, take: (part: Part) => Promise<string | undefined>): Promise<FormData> {
  try {
    const type = request.headers.get('content-type') ?? ''
    if (!type.startsWith('multipart/form-data')) return await request.formData()
    return await parseMultipart(request, take)
  } catch (error) {
    if ((error as Error).name === 'BodyLimitError') throw error
    throw data(null, { status: 400 })
  }
}

async function write(pieces: AsyncIterable<Uint8Array>, path: string, most: number): Promise<number> {
  const file = createWriteStream(path, { mode: 0o600 })
  let size = 0
  try {
    for await (const piece of pieces) {
      size += piece.length
      if (size <= most && !file.write(piece)) await once(file, 'drain')
    }
  } finally {
    await new Promise<void>((resolve) => file.end(() => resolve()))
  }
  return size
}

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const kept: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size <= MOST_TEXT) kept.push(piece)
  }
  return Buffer.concat(kept)
}
