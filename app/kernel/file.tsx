import type { LoaderFunctionArgs } from '@remix-run/node'
import { FILE_OWNERS } from '#server/file-owners.ts'
import { isInline } from '#server/kernel/files/media-types.ts'
import { readFile } from '#server/kernel/files/read-file.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'

/** A file is somebody else's content under our address: whatever it holds, nothing of it runs. */
export async function loader(args: LoaderFunctionArgs) {
  const { context: ctx } = args.context
  const query = new URL(args.request.url).searchParams
  const read = async () => readFile(ctx, FILE_OWNERS, recordId(args.params.file), query)
  const file = await answering(args, read).catch((refusal) => {
    if (refusal instanceof Response) throw refusal
    const status: unknown = refusal?.init?.status
    if (typeof status !== 'number') throw refusal
    const text = i18nFor(ctx.locale).t('kernel:files.absent')
    throw new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
  })
  const { name, mediaType, size, body, isPublic } = file
  // The browser's PDF viewer does not open in a sandbox; scripts stay forbidden to it.
  const policy =
    mediaType === 'application/pdf'
      ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
      : "default-src 'none'; sandbox; frame-ancestors 'none'"
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const shown = isInline(mediaType) ? 'inline' : 'attachment'
  return new Response(body, {
    headers: {
      'content-type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
      'content-length': String(size),
      'content-disposition': `${shown}; filename="${ascii}"; filename*=UTF-8''${encoded(name)}`,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': isPublic ? 'public, max-age=3600' : 'private, no-store',
    },
  })
}

const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)
