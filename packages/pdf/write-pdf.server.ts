import PDFDocument from 'pdfkit'
import type { Block, Paper } from './pdf.ts'
import { Sheet } from './sheet.server.ts'

const GREY = '#55606b'

/** A whole paper, as bytes. */
export async function writePdf(paper: Paper): Promise<Buffer> {
  const doc = new PDFDocument({
    ...{ size: 'A4', layout: paper.landscape ? 'landscape' : 'portrait', margin: 0, bufferPages: true },
    ...{ pdfVersion: '1.7', tagged: true, lang: paper.lang, displayTitle: true, autoFirstPage: false },
    info: { Title: paper.title, Author: paper.from, CreationDate: paper.at, ModDate: paper.at },
  })
  const bytes: Buffer[] = []
  const whole = new Promise<Buffer>((done, failed) => {
    doc.on('data', (piece: Buffer) => bytes.push(piece))
    doc.on('end', () => done(Buffer.concat(bytes)))
    doc.on('error', failed)
  })
  const sheet = new Sheet(doc)
  sheet.turn()
  sheet.write('H1', paper.title, { size: 20, bold: true })
  if (paper.subtitle) sheet.write('P', paper.subtitle, { color: GREY })
  sheet.gap(8)
  for (const block of paper.blocks) draw(sheet, block)
  sheet.margins((page, pages) => ({
    top: paper.from,
    line: paper.color ?? '#1b4d89',
    foot: [paper.note ?? '', paper.pageOf(page, pages)],
  }))
  sheet.close()
  doc.end()
  return whole
}

function draw(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case 'heading':
      sheet.gap(block.level === 2 ? 12 : 6)
      sheet.keep(70)
      sheet.write(`H${block.level}`, block.text, { size: block.level === 2 ? 14 : 11.5, bold: true })
      sheet.gap(3)
      break
    case 'text':
      sheet.write('P', block.text, { bold: block.bold ?? false, color: block.muted ? GREY : undefined })
      sheet.gap(4)
      break
    case 'facts':
      for (const [label, value] of block.rows)
        sheet.row('P', [
          { text: label, share: 1, color: GREY },
          { text: value, share: 2 },
        ])
      sheet.gap(4)
      break
    case 'list':
      sheet.list(block.items)
      sheet.gap(4)
      break
    case 'table':
      sheet.table(block)
      sheet.gap(6)
      break
    case 'gap':
      sheet.gap(14)
      break
    case 'page':
      sheet.turn()
  }
}
