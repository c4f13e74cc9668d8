/** What a paper is made of, one block under the other. Texts may hold line breaks. */
export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'text'; text: string; muted?: boolean; bold?: boolean }
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  | { kind: 'list'; items: readonly string[] }
  | {
      kind: 'table'
      caption?: string
      columns: readonly Column[]
      rows: readonly (readonly string[])[]
      /** The last row is a total. */
      total?: boolean
    }
  | { kind: 'gap' }
  | { kind: 'page' }

export interface Column {
  label: string
  align?: 'right'
  /** Of the width, beside the shares of the others; 1 when it is not said. */
  share?: number
}

export interface Paper {
  title: string
  subtitle?: string
  lang: 'fr' | 'en'
  /** Who it comes from, at the top of each page. */
  from: string
  /** Of the line under it: #rrggbb. */
  color?: string
  /** At the foot of each page, beside its number. */
  note?: string
  at: Date
  landscape?: boolean
  pageOf: (page: number, pages: number) => string
  blocks: readonly Block[]
}
