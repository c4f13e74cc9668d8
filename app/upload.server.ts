import {
  type ActionFunctionArgs,
  data,
  unstable_parseMultipartFormData as parseMultipart,
} from '@remix-run/node'
import { fileRefused } from '#server/kernel/files/errors.ts'
import type { Upload } from '#server/kernel/files/examine-file.server.ts'

const MIB = 1024 * 1024
const MOST_TEXT = 64 * 1024

/**
 * A form with one file, read piece by piece: the piece that passes `most` ends the reading. The address
 * must also be one where the server lets bodies this large in (server/http/app.ts).
 */
export async function uploaded({ request }: ActionFunctionArgs, most = 10 * MIB) {
  const type = request.headers.get('content-type') ?? ''
  // Without a file field a plain form may come: a test, an old browser.
  if (!type.startsWith('multipart/form-data')) return { form: await plain(request), upload: null }
  let upload: Upload | null = null
  try {
    const form = await parseMultipart(request, async ({ filename, data: pieces }) => {
      const isFile = filename !== undefined
      const bytes = await gather(pieces, isFile ? most : MOST_TEXT)
      if (!isFile) return new TextDecoder().decode(bytes)
      if (filename !== '' && bytes.length > 0) upload ??= { name: filename, bytes }
      return undefined
    })
    return { form, upload: upload as Upload | null }
  } catch (error) {
    if (error instanceof TooLarge) throw fileRefused('too_large')
    if ((error as Error).name === 'BodyLimitError') throw error
    throw data(null, { status: 400 })
  }
}

class TooLarge extends Error {}

async function gather(pieces: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const kept: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    size += piece.length
    if (size > most) throw new TooLarge()
    kept.push(piece)
  }
  return Buffer.concat(kept)
}

async function plain(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw data(null, { status: 400 })
  }
}
