import { crc32, deflateRawSync } from 'node:zlib'
import sharp from 'sharp'

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

export const picture = (format: 'png' | 'jpeg' | 'webp', side = 8) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#2a6' } })
    .withExif({ IFD0: { Artist: 'Camille Secrète' } })
    .toFormat(format)
    .toBuffer()

type Part = { name: string; content: Buffer; declared?: number }

/** A compressed archive, honest or lying about its sizes. */
export function zip(parts: Part[]): Buffer {
  const locals: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for (const { name, content, declared = content.length } of parts) {
    const data = deflateRawSync(content)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(crc32(content), 10)
    about.writeUInt32LE(data.length, 14)
    about.writeUInt32LE(declared, 18)
    about.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), data])
    const where = Buffer.alloc(14)
    where.writeUInt32LE(offset, 10)
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), about, where, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(entries)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end])
}

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

/** The least that is recognised as a spreadsheet, with what a test adds. */
export const xlsx = (more: Part[] = []) =>
  zip([
    {
      name: '[Content_Types].xml',
      content: Buffer.from(
        `<?xml version="1.0"?><Types><Override PartName="/xl/workbook.xml" ContentType="${MAIN}"/></Types>`,
      ),
    },
    { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') },
    ...more,
  ])
