const OOXML = 'application/vnd.openxmlformats-officedocument'

/** What may be sent, and the ending its name then has. SVG and HTML can run programs: never. */
export const MEDIA_TYPES: Record<
  string,
  { endings: [string, ...string[]]; how: 'pdf' | 'image' | 'zip' | 'text' }
> = {
  'application/pdf': { endings: ['pdf'], how: 'pdf' },
  'image/png': { endings: ['png'], how: 'image' },
  'image/jpeg': { endings: ['jpg', 'jpeg'], how: 'image' },
  'image/webp': { endings: ['webp'], how: 'image' },
  [`${OOXML}.wordprocessingml.document`]: { endings: ['docx'], how: 'zip' },
  [`${OOXML}.spreadsheetml.sheet`]: { endings: ['xlsx'], how: 'zip' },
  'application/vnd.oasis.opendocument.spreadsheet': { endings: ['ods'], how: 'zip' },
  'application/vnd.oasis.opendocument.text': { endings: ['odt'], how: 'zip' },
  'text/csv': { endings: ['csv'], how: 'text' },
  'text/plain': { endings: ['txt'], how: 'text' },
}

/** For the `accept` of a file field. */
export const ACCEPTED = Object.values(MEDIA_TYPES)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',')

/** Shown in the browser's own viewer; everything else is only ever downloaded. */
export const isInline = (mediaType: string) =>
  mediaType === 'application/pdf' || MEDIA_TYPES[mediaType]?.how === 'image'

const LONGEST = 120

/**
 * The name as it will be shown and downloaded: no folder, nothing invisible (a right-to-left mark
 * makes « exe.pdf » of « fdp.exe »), and the ending of what the bytes are.
 */
export function safeName(given: string, mediaType: string): string {
  const { endings } = MEDIA_TYPES[mediaType]!
  const bare = (given.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const ending = endings.find((one) => bare.toLowerCase().endsWith(`.${one}`))
  const stem = ending ? bare.slice(0, -ending.length - 1) : bare
  return `${[...(stem || 'document')].slice(0, LONGEST).join('')}.${ending ?? endings[0]}`
}
