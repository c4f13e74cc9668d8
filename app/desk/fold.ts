/** Kept on this device; a browser may refuse to keep anything. */
export function readFold(name: string) {
  try {
    return localStorage.getItem(`rail ${name}`)
  } catch {
    return null
  }
}

export function keepFold(name: string, state: 'open' | 'folded') {
  try {
    localStorage.setItem(`rail ${name}`, state)
  } catch {
    // Nothing can be kept here.
  }
}
