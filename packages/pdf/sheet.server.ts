import { type FontName, fontOf, subsetOf } from './fonts.server.ts'
import { type Line, linesOf, type Run } from './lay-out.ts'
import type { Block } from './pdf.ts'

type Style = { size?: number; bold?: boolean; color?: string | undefined }
type Cell = Style & { text: string; share: number; right?: boolean; head?: boolean }
type Margins = (page: number, pages: number) => { top: string; line: string; foot: [string, string] }
type Struct = PDFKit.PDFStructureElement

const INK = '#16202a'
const MARGIN = { side: 54, top: 66, bottom: 60 }
const LEADING = 1.35

/** The page being written, from its top down: nothing is drawn beneath its foot. */
export class Sheet {
  readonly #doc: PDFKit.PDFDocument
  readonly #known = new Set<FontName>()
  readonly #root: Struct
  #y = 0

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc
    this.#root = doc.struct('Document')
    doc.addStructure(this.#root)
  }

  get #width() {
    return this.#doc.page.width - 2 * MARGIN.side
  }
  get #left() {
    return this.#doc.page.height - MARGIN.bottom - this.#y
  }

  turn() {
    this.#doc.addPage()
    this.#y = MARGIN.top
  }

  gap(points: number) {
    this.#y += points
  }

  /** What follows needs this much on one page. */
  keep(points: number) {
    if (this.#left < points) this.turn()
  }

  write(tag: string, text: string, style: Style = {}) {
    this.#flow(this.#root, tag, this.#lines(text, this.#width, style), MARGIN.side, style)
  }

  list(items: readonly string[]) {
    const list = this.#add(this.#root, 'L')
    for (const item of items) {
      const lines = this.#lines(item, this.#width - 14, {})
      this.keep(this.#high({}))
      const bullet = this.#y
      const page = this.#doc.page
      const one = this.#add(list, 'LI')
      this.#flow(one, 'LBody', lines, MARGIN.side + 14, {})
      if (page === this.#doc.page)
        this.#aside(() => this.#draw([{ subset: 'latin', text: '•' }], MARGIN.side + 3, bullet, {}))
      one.end()
    }
    list.end()
  }

  row(tag: string, cells: Cell[]) {
    const line = this.#add(this.#root, tag)
    this.#cells(line, 'Span', cells, false)
    line.end()
  }

  table({ caption, columns, rows, total }: Extract<Block, { kind: 'table' }>) {
    const table = this.#add(this.#root, 'Table')
    if (caption)
      this.#flow(table, 'Caption', this.#lines(caption, this.#width, { bold: true }), MARGIN.side, {
        bold: true,
      })
    const of = (texts: readonly string[], style: Style & { head?: boolean }) =>
      columns.map(({ align, share = 1 }, at) => ({
        ...style,
        text: texts[at] ?? '',
        share,
        right: align === 'right',
        size: 9.5,
      }))
    const head = of(
      columns.map(({ label }) => label),
      { bold: true, head: true },
    )
    this.keep(60)
    this.#line(table, head)
    rows.forEach((texts, at) => {
      const cells = of(texts, { bold: total === true && at === rows.length - 1 })
      if (this.#left < this.#highest(cells) + 7) {
        this.turn()
        // Once for who listens, on every page for who looks.
        this.#aside(() => this.#cells(null, 'TH', head, true))
      }
      this.#line(table, cells)
    })
    table.end()
  }

  margins(told: Margins) {
    const { start, count } = this.#doc.bufferedPageRange()
    for (let at = 0; at < count; at++) {
      this.#doc.switchToPage(start + at)
      const { top, line, foot } = told(at + 1, count)
      const right = this.#doc.page.width - MARGIN.side
      this.#aside(() => {
        this.#draw(this.#lines(top, this.#width, { size: 9, bold: true })[0]!, MARGIN.side, 32, {
          size: 9,
          bold: true,
        })
        this.#doc.moveTo(MARGIN.side, 48).lineTo(right, 48).lineWidth(1.5).strokeColor(line).stroke()
        const low = this.#doc.page.height - 40
        const number = this.#lines(foot[1], this.#width, { size: 8.5 })[0]!
        this.#draw(this.#lines(foot[0], this.#width - 90, { size: 8.5 })[0] ?? [], MARGIN.side, low, {
          size: 8.5,
        })
        this.#draw(number, right - this.#long(number, { size: 8.5 }), low, { size: 8.5 })
      })
    }
  }

  close() {
    this.#root.end()
  }

  #add(parent: Struct, tag: string) {
    const element = this.#doc.struct(tag)
    parent.add(element)
    return element
  }

  /** Seen, and none of the text. */
  #aside(drawn: () => void) {
    this.#doc.markContent('Artifact', { type: 'Pagination' })
    drawn()
    this.#doc.endMarkedContent()
  }

  #line(table: Struct, cells: Cell[]) {
    const line = this.#add(table, 'TR')
    this.#cells(line, cells[0]?.head ? 'TH' : 'TD', cells, true)
    line.end()
  }

  #cells(parent: Struct | null, tag: string, cells: Cell[], ruled: boolean) {
    const laid = this.#laid(cells)
    const high = Math.max(...laid.map(({ lines, cell }) => lines.length * this.#high(cell)))
    // Higher than a page: it flows, cell after cell, as text does.
    if (high > this.#doc.page.height - MARGIN.top - MARGIN.bottom) {
      for (const { lines, cell, x } of laid) this.#flow(parent ?? this.#root, tag, lines, x, cell)
      return
    }
    if (this.#left < high) this.turn()
    for (const { lines, cell, x, width } of laid) {
      const all = () =>
        lines.forEach((line, nth) => {
          const at = cell.right ? x + width - this.#long(line, cell) : x
          this.#draw(line, at, this.#y + nth * this.#high(cell), cell)
        })
      if (parent) parent.add(this.#doc.struct(tag, {}, all))
      else all()
    }
    this.#y += high + (ruled ? 7 : 1)
    if (ruled)
      this.#aside(() => {
        const [low, right] = [this.#y - 3.5, this.#doc.page.width - MARGIN.side]
        this.#doc
          .moveTo(MARGIN.side, low)
          .lineTo(right, low)
          .lineWidth(cells[0]?.head ? 1 : 0.4)
          .strokeColor('#9aa5b1')
          .stroke()
      })
  }

  #laid(cells: Cell[]) {
    const shares = cells.reduce((all, { share }) => all + share, 0)
    let x = MARGIN.side
    return cells.map((cell) => {
      const width = (this.#width * cell.share) / shares - 8
      const laid = { lines: this.#lines(cell.text, width, cell), cell, x, width }
      x += width + 8
      return laid
    })
  }

  #highest(cells: Cell[]) {
    return Math.max(...this.#laid(cells).map(({ lines, cell }) => lines.length * this.#high(cell)))
  }

  /** Lines that go on to the next page where this one ends. */
  #flow(parent: Struct, tag: string, lines: Line[], x: number, style: Style) {
    const element = this.#add(parent, tag)
    for (let from = 0; from < lines.length; ) {
      if (this.#left < this.#high(style)) this.turn()
      const room = Math.max(1, Math.floor(this.#left / this.#high(style)))
      const some = lines.slice(from, from + room)
      const content = this.#doc.markStructureContent(tag)
      for (const line of some) {
        this.#draw(line, x, this.#y, style)
        this.#y += this.#high(style)
      }
      this.#doc.endMarkedContent()
      element.add(content)
      from += some.length
    }
    element.end()
  }

  #high = ({ size = 10.5 }: Style) => size * LEADING

  #lines(text: string, width: number, style: Style): Line[] {
    return linesOf(text, width, subsetOf, (run) => this.#wide(run, style))
  }

  #long = (line: Line, style: Style) => line.reduce((all, run) => all + this.#wide(run, style), 0)

  #wide(run: Run, { size = 10.5, bold }: Style) {
    this.#font(`${run.subset} ${bold ? 'bold' : 'plain'}`)
    return this.#doc.fontSize(size).widthOfString(run.text)
  }

  #font(name: FontName) {
    if (!this.#known.has(name)) {
      // Already parsed: pdfkit takes it, though its types do not say so.
      this.#doc.registerFont(name, fontOf(name) as never)
      this.#known.add(name)
    }
    this.#doc.font(name)
  }

  #draw(line: Line, x: number, y: number, style: Style) {
    let at = x
    for (const run of line) {
      const wide = this.#wide(run, style)
      this.#doc.fillColor(style.color ?? INK).text(run.text, at, y, { lineBreak: false })
      at += wide
    }
  }
}
