const OURS = 'http://own.invalid'

/** Where to go after signing in: a path of ours, or home. `//x`, `/\\x`, schemes and their encodings are others'. */
export function ownPath(wish: string | null | undefined, home = '/'): string {
  if (!wish?.startsWith('/') || isOthers(wish) || !URL.canParse(wish, OURS)) return home
  // As a browser resolves it: `/.//x` is `//x` once its dots are gone.
  const { origin, pathname, search, hash } = new URL(wish, OURS)
  let decoded = pathname
  try {
    for (let pass = 0; pass < 3 && !isOthers(decoded); pass++) decoded = decodeURIComponent(decoded)
  } catch {
    return home
  }
  return origin !== OURS || isOthers(decoded) ? home : pathname + search + hash
}

const isOthers = (path: string) => /^\/[/\\]/.test(path) || /[\\\p{Cc}]/u.test(path)
