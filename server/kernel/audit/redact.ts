/** What history never holds, whoever writes the line: it is kept for years and read by many. */
const SECRET =
  /pass(word|phrase|key)?|mot_?de_?passe|secret|token|jeton|hash|cookie|challenge|signature|otp|iban/i
export const WITHHELD = '[…]'

export function redact(value: unknown, depth = 0): unknown {
  if (depth > 6) return WITHHELD
  if (Array.isArray(value)) return value.map((one) => redact(one, depth + 1))
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, SECRET.test(key) ? WITHHELD : redact(one, depth + 1)]),
  )
}
