/** Where to go after signing in: a path of ours, or home. `//x`, `/\x`, schemes and their encodings are others'. */
export function ownPath(wish: string | null | undefined, home = '/'): string {
  if (!wish?.startsWith('/')) return home
  let decoded = wish
  try {
    for (let pass = 0; pass < 3; pass++) decoded = decodeURIComponent(decoded)
  } catch {
    return home
  }
  const isOthers = (path: string) => /^\/[/\\]/.test(path) || /[\\\p{Cc}]/u.test(path)
  return isOthers(wish) || isOthers(decoded) ? home : wish
}
