// Letters that Unicode decomposition leaves whole.
const WHOLE_LETTERS: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }

/** Letters of which capitals are all there is to fold; « ` » is an apostrophe. */
const PLAIN = /^[ -_a-~]*$/

/** The form in which two spellings of the same words are equal: for search and for finding duplicates. */
export const foldText = (text: string): string =>
  (PLAIN.test(text) ? text.toLowerCase() : foldedLetters(text)).replace(/\s+/g, ' ').trim()

const foldedLetters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæßøłđı]/g, (letter) => WHOLE_LETTERS[letter]!)
    .replace(/[’‘ʼ`´]/g, "'")

/**
 * A text as kept: forms send line breaks as CRLF, and what is pasted holds characters nobody sees, NUL
 * among them, which the database refuses.
 */
export const keptText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '')

/** Never empty: an address needs something even when a name is written in another script. */
export const slugify = (text: string, maxLength = 80): string => {
  const slug = foldText(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (slug.length <= maxLength) return slug || 'fiche'
  const cut = slug.slice(0, maxLength + 1)
  const lastHyphen = cut.lastIndexOf('-')
  return cut.slice(0, lastHyphen > 0 ? lastHyphen : maxLength)
}

/** Words that only bind others, whatever is read; what is empty besides depends on what one looks for. */
export const BINDING = 'a au aux d de des du en et l la le les of pour'.split(' ')

const SHORTENED = new Map([
  ['saint', 'st'],
  ['sainte', 'ste'],
  ['saints', 'st'],
])

/** A folded word as names are compared by it: « Saint-Maixent » is « St Maixent ». */
export const comparedWord = (word: string): string => SHORTENED.get(word) ?? word

const LINK_WORDS = new Set([...BINDING, 'the', 'and', 'for'])
const isAcronym = (word: string) => /^\p{Lu}{2,8}$/u.test(word)

/** One to three capitals for an avatar; in a name that is not wholly in capitals, an acronym wins. */
export const initialsOf = (name: string): string => {
  const words = name
    .replace(/(?<=\b\p{Lu})\.(?=\p{Lu}\b|\s|$)/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const acronym = words.find(isAcronym)
  if (acronym && (words.length === 1 || /\p{Ll}/u.test(name))) return acronym.slice(0, 3)
  const bearing = words.filter((word) => !LINK_WORDS.has(foldText(word)))
  const initials = (bearing.length > 0 ? bearing : words).slice(0, 3).map((word) => [...word][0])
  return initials.join('').toUpperCase() || '?'
}

/** The acronym people know, else initials. */
export const avatarOf = (name: string, acronym: string | null): string =>
  acronym?.slice(0, 3).toUpperCase() || initialsOf(name)
