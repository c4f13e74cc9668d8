import { COUNTRIES } from '#packages/referentials/countries.ts'
import { foldText } from '#packages/referentials/text.ts'

const LINKS = 'a au aux d de du en et l la le les of the'
/** Words that many places share: alone, they tell nobody where. */
const SHARED = `
  alentours arrondissement autour avec canton capitale cercle chef-lieu commune communes communaute comte
  dans departement des district entre environs est etat etats gouvernorat grand grande haut haute hameau ile iles
  immediate lac localite localites municipalite nord nouveau nouvelle ouest parc partie pays petit petite
  peripherie plus plusieurs pour pres prefecture prefectures province provinces quartier quartiers rural rurale
  rurales region regions saint sainte secteur sous sous-prefecture sud territoire territoires trois urbain urbaine
  vallee vers village villages ville villes voisinage zone zones
  area around capital central centre center city county east great greater island islands lake local municipality
  near north region state south suburb territory town towns valley west with`
const wordsIn = (text: string) =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

const LINK_WORDS = new Set(wordsIn(LINKS))
const SHARED_WORDS = new Set(wordsIn(SHARED))
const linked = (text: string) => wordsIn(text).filter((word) => !LINK_WORDS.has(word))
const COUNTRY_NAMES = COUNTRIES.flatMap(({ fr, en }) => [linked(fr), linked(en)])
const ENTIRE = new Set(COUNTRY_NAMES.map((words) => words.join(' ')))
const COUNTRY_WORDS = new Set(COUNTRY_NAMES.flat())
const SHORTEST = 4

/**
 * What names a place: each part of « Kpalimé, région des Plateaux (Togo) » and each of their words that tells
 * where. A country may be said, and so may a kind of place.
 */
export function namesOfPlace(place: string): string[] {
  return place.split(/[,;:/()[\]\n]+|\s[-–—]\s/).flatMap((part) => {
    const words = linked(part)
    const own = words.filter((word) => !SHARED_WORDS.has(word))
    if (own.length === 0 || ENTIRE.has(words.join(' '))) return []
    return [part.trim(), ...own.filter((word) => word.length >= SHORTEST && !COUNTRY_WORDS.has(word))]
  })
}
