declare module 'fontkit' {
  export interface Laid {
    positions: object[]
  }
  /** A font as pdfkit takes it. */
  export interface Font {
    layout(text: string, features?: unknown): Laid
  }
  export function create(bytes: Uint8Array): Font
}
