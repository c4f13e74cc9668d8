/** Small words of French that depend on the name that follows. */

const VOWEL = /^[aeiouyhàâäéèêëîïôöùûüœæ]/i

/** « de Poitiers », « d’Angoulême », « du Havre », « des Herbiers ». */
export function of(place: string): string {
  if (place.startsWith('Le ')) return `du ${place.slice(3)}`
  if (place.startsWith('Les ')) return `des ${place.slice(4)}`
  return VOWEL.test(place) && !place.startsWith('Y') ? `d’${place}` : `de ${place}`
}

/** « à Niort », « au Mans », « aux Sables-d’Olonne ». */
export function at(place: string): string {
  if (place.startsWith('Le ')) return `au ${place.slice(3)}`
  if (place.startsWith('Les ')) return `aux ${place.slice(4)}`
  return `à ${place}`
}

/** A noun with its article: « le Togo » gives « du Togo », « l’Inde » « de l’Inde ». */
export function ofNoun(noun: string): string {
  if (noun.startsWith('le ')) return `du ${noun.slice(3)}`
  if (noun.startsWith('les ')) return `des ${noun.slice(4)}`
  return /^(la |l’)/.test(noun) ? `de ${noun}` : of(noun)
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** « A », « A et B », « A, B et C ». */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}`
}
