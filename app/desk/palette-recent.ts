import type { PaletteOption } from './palette.server.ts'

const MOST = 5
const keyOf = (network: string) => `palette ${network}`

/** What was opened lately from the palette, in this tab: names of people do not stay on a shared computer. */
export function readRecent(network: string): PaletteOption[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(network)) ?? '[]')
    return Array.isArray(kept) ? kept.slice(0, MOST) : []
  } catch {
    return []
  }
}

export function keepRecent(network: string, option: PaletteOption) {
  const others = readRecent(network).filter(({ href }) => href !== option.href)
  try {
    sessionStorage.setItem(keyOf(network), JSON.stringify([option, ...others].slice(0, MOST)))
  } catch {
    // Nothing can be kept here.
  }
}
