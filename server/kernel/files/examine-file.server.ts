import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { isWithinBounds } from '#packages/spreadsheet/zip-bounds.server.ts'
import { fileRefused } from './errors.ts'
import { MEDIA_TYPES, safeName } from './media-types.ts'

export type Upload = { name: string; bytes: Uint8Array }
export type Examined = { name: string; mediaType: string; bytes: Uint8Array }

const MOST_PIXELS = 50_000_000
const LONGEST_SIDE = 3000

/** What the bytes are, whatever name and type they came under; throws the refusal when they may not be kept. */
export async function examineFile({ name, bytes }: Upload): Promise<Examined> {
  if (bytes.length === 0) throw fileRefused('missing')
  const mediaType = await mediaTypeOf(name, bytes)
  const { how } = MEDIA_TYPES[mediaType]!
  if (how === 'zip' && !(await isWithinBounds(bytes))) throw fileRefused('swollen')
  const kept = how === 'image' ? await redrawn(bytes, mediaType) : bytes
  return { name: safeName(name, mediaType), mediaType, bytes: kept }
}

async function mediaTypeOf(name: string, bytes: Uint8Array): Promise<string> {
  const text = asText(bytes)
  if (text !== null && isMarkup(text)) throw fileRefused('active')
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found) {
    if (MEDIA_TYPES[found.mime]) return found.mime
    throw fileRefused(/xml|html|svg/.test(found.mime) ? 'active' : 'type')
  }
  if (text === null) throw fileRefused('type')
  if (/\.csv$/i.test(name)) return 'text/csv'
  if (/\.txt$/i.test(name)) return 'text/plain'
  throw fileRefused(/\.(svgz?|x?html?|xml)$/i.test(name) ? 'active' : 'type')
}

/** UTF-8, or the Windows alphabet of older spreadsheets: no text holds a NUL. */
function asText(bytes: Uint8Array): string | null {
  return bytes.includes(0) ? null : new TextDecoder('utf-8').decode(bytes)
}

/** A page or a drawing at the head, after what readers skip: spaces, a byte-order mark. */
const isMarkup = (text: string) =>
  /^[\s\uFEFF]*<(?:[!?]|\/?[a-z])/i.test(text) ||
  /<(?:script|svg|html|iframe)[\s>/]/i.test(text.slice(0, 4096))

/** Drawn anew: what was hidden in it (place, device, a program after the picture) is gone. */
async function redrawn(bytes: Uint8Array, mediaType: string): Promise<Uint8Array> {
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .toFormat(mediaType.slice('image/'.length) as 'png' | 'jpeg' | 'webp')
      .toBuffer()
  } catch {
    throw fileRefused('unreadable')
  }
}
