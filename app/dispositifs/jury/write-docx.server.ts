import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Block, Paper } from '#packages/pdf/pdf.ts'

/** The same paper as a document people can still write in. */
export async function writeDocx({ title, subtitle, from, note, lang, at, blocks }: Paper): Promise<Buffer> {
  const document = new Document({
    ...{ title, creator: from },
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: lang === 'fr' ? 'fr-FR' : 'en-GB' } },
        },
      },
    },
    sections: [
      {
        children: [
          new Paragraph({ text: from }),
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...(subtitle ? lines(subtitle) : []),
          ...blocks.flatMap(written),
          ...(note ? lines(note, { italics: true }) : []),
        ],
      },
    ],
  })
  return dated(await Packer.toBuffer(document), at)
}

/** Of the moment of the paper and not of its writing: the same paper gives the same bytes. */
function dated(bytes: Uint8Array, at: Date): Buffer {
  const parts = unzipSync(bytes)
  const core = 'docProps/core.xml'
  if (parts[core])
    parts[core] = strToU8(strFromU8(parts[core]).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, at.toISOString()))
  return Buffer.from(zipSync(parts, { mtime: at }))
}

const lines = (text: string, style: { bold?: boolean; italics?: boolean } = {}) =>
  text
    .split('\n')
    .map(
      (line) => new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text: line, ...style })] }),
    )

function written(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: block.text,
          heading: block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
        }),
      ]
    case 'text':
      return lines(block.text, { bold: block.bold })
    case 'list':
      return block.items.map((text) => new Paragraph({ text, bullet: { level: 0 } }))
    case 'facts':
      return [
        tableOf(
          block.rows.map((row) => [...row]),
          false,
        ),
      ]
    case 'table':
      return [tableOf([block.columns.map(({ label }) => label), ...block.rows.map((row) => [...row])], true)]
    case 'page':
      return [new Paragraph({ pageBreakBefore: true })]
    default:
      return [new Paragraph({})]
  }
}

const tableOf = (rows: string[][], head: boolean) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, nth) =>
        new TableRow({
          tableHeader: head && nth === 0,
          cantSplit: true,
          children: cells.map(
            (text, at) => new TableCell({ children: lines(text, { bold: head ? nth === 0 : at === 0 }) }),
          ),
        }),
    ),
  })
