/** The acronyms of the glossary; their words are in `locales/<language>/glossary.json`. */
export const TERMS = [
  'aect',
  'apd',
  'cad',
  'cirrma',
  'ecsi',
  'fonjep',
  'isi',
  'jsi',
  'meae',
  'odd',
  'osi',
  'osc',
  'rrma',
  'vvvsi',
] as const

export type TermKey = (typeof TERMS)[number]
