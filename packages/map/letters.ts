import type { Map as GroundMap } from 'maplibre-gl'

export const FIGURES = '0123456789 \u00a0\u202f.,'
/** Those of French and English names. */
export const LETTERS = "aeirnostulcmdpghbvyfqxzjkwAEIRNOSTULCMDPGHBVYFQXZJKW-'’éèêëâàîïôöûüçœÉÈÊÎÔÇ()"
const AT_ONCE = 3

export function inFews(letters: string): string[][] {
  const all = [...letters]
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) =>
    all.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
  )
}

/**
 * The map makes each letter out of the page's face the first time it is written, all those of a name's
 * neighbours in one go: a page still for a tenth of a second. Made before, a few at a time, they are found ready.
 */
export const drawLetters = (map: GroundMap, face: string, letters: string[]) =>
  map.style.glyphManager.getGlyphs({ [face]: { default: letters } })
