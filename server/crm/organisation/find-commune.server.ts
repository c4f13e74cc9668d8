import {
  allCommunes,
  type Commune,
  communesByPostalCode,
  searchCommunes,
} from '#packages/referentials/communes.server.ts'
import { foldText } from '#packages/referentials/text.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'

const MOST_SUGGESTED = 10

export type CommuneChoice = { insee: string; label: string }

/** As a person writes it and as the form reads it back: « Secondigny (79130) ». */
export const communeLabel = ({ name, postalCodes }: Pick<Commune, 'name' | 'postalCodes'>) =>
  postalCodes[0] ? `${name} (${postalCodes[0]})` : name

export function suggestCommunes(ctx: Context, text: string): CommuneChoice[] {
  demand(ctx, crm['organisation:read'])
  return searchCommunes(text, MOST_SUGGESTED).map((commune) => ({
    insee: commune.insee,
    label: communeLabel(commune),
  }))
}

/** The communes a typed text may mean: none, the one, or the homonyms among which to choose. */
export function communesMeant(text: string): CommuneChoice[] {
  const postalCode = text.match(/\b\d{5}\b/)?.[0]
  const name = plain(text.replace(/\(?\b\d{5}\b\)?/, ''))
  const candidates = postalCode ? communesByPostalCode(postalCode) : allCommunes()
  const meant = candidates.filter((commune) => (name ? plain(commune.name) === name : postalCode))
  return meant.map((commune) => ({ insee: commune.insee, label: communeLabel(commune) }))
}

const plain = (text: string) =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bste?\b/g, (word) => (word === 'st' ? 'saint' : 'sainte'))
    .trim()
