import {
  type Commune,
  communesNamed,
  postalCodeOf,
  searchCommunes,
} from '#packages/referentials/communes.server.ts'

const MOST_SUGGESTED = 10

/** `postalCode` is the one typed: null leaves the choice to the commune. */
export type CommuneChoice = { insee: string; label: string; postalCode: string | null }

/** As a person writes it and as the form reads it back: « Secondigny (79130) ». */
export function communeLabel(commune: Pick<Commune, 'name' | 'postalCodes'>, typed: string | null = null) {
  const postalCode = postalCodeOf(commune, typed)
  return postalCode ? `${commune.name} (${postalCode})` : commune.name
}

const choice = (commune: Commune, postalCode: string | null): CommuneChoice => ({
  insee: commune.insee,
  label: communeLabel(commune, postalCode),
  postalCode,
})

/** Public facts, for whoever fills in a form. */
export function suggestCommunes(text: string): CommuneChoice[] {
  const typed = text.match(/\d+/)?.[0]
  return searchCommunes(text, MOST_SUGGESTED).map((commune) =>
    choice(commune, (typed && commune.postalCodes.find((code) => code.startsWith(typed))) || null),
  )
}

/** The communes a typed text may mean: none, the one, or the homonyms among which to choose. */
export function communesMeant(text: string): CommuneChoice[] {
  const postalCode = text.match(/\b\d{5}\b/)?.[0]
  const name = text.replace(/\b\d{5}\b/, '')
  return communesNamed(name, postalCode).map((commune) => choice(commune, postalCode ?? null))
}
