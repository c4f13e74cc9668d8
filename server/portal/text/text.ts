/** Pages a network writes itself. `networks` (what such a network is) is the conference's alone. */
export const TEXTS = ['home', 'team', 'legal', 'accessibility', 'privacy', 'networks'] as const
export type TextKey = (typeof TEXTS)[number]

export const LONGEST = 20_000

export const isTextKey = (value: unknown): value is TextKey => TEXTS.includes(value as TextKey)

export const textsOf = (kind: 'regional' | 'conference'): TextKey[] =>
  TEXTS.filter((key) => key !== 'networks' || kind === 'conference')

/** Where each is read, after the network's own address. */
export const PATHS: Record<TextKey, string> = {
  home: '',
  team: '/equipe',
  legal: '/mentions-legales',
  accessibility: '/accessibilite',
  privacy: '/confidentialite',
  networks: '',
}
