export const TEXTS = [
  'title',
  'summary',
  'body',
  'place',
  'point',
  'startedOn',
  'endedOn',
  'status',
  'budget',
  'budgetBand',
  'results',
  'visibility',
] as const
export const LISTS = ['holders', 'partnersHere', 'countries', 'sectors', 'sdgs'] as const
/** Lines of a form, each with the names of its cells. */
export const ROWS = {
  partnersThere: ['partnerName', 'partnerKind', 'partnerPlace', 'partnerCountry'],
  funding: ['funder', 'amount'],
} as const

export type FormValues = Record<(typeof TEXTS)[number], string> &
  Record<(typeof LISTS)[number], string[]> &
  Record<keyof typeof ROWS, string[][]> & { countryOnly: boolean }
export type Faults = Partial<Record<keyof FormValues, { code: string; choices?: string[] }>>

/** As the form goes down the page. */
export const FIELD_ORDER: (keyof FormValues)[] = [
  'title',
  'summary',
  'status',
  'startedOn',
  'endedOn',
  'holders',
  'partnersHere',
  'partnersThere',
  'countries',
  'countryOnly',
  'place',
  'point',
  'sectors',
  'sdgs',
  'body',
  'results',
  'budget',
  'budgetBand',
  'funding',
  'visibility',
]
