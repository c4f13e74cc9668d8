import type { MapDrawing } from './areas.ts'

export const REST = 'rest'
export const BORDERS = 'borders'

/** A drawing's outlines by their keys, as one file that a browser keeps: pages then name them and carry none. */
export function outlinesFile({ width, height, areas, rest, borders }: MapDrawing): string {
  const paths = [
    ...areas.map(({ key, path }) => ({ key, path })),
    { key: REST, path: rest },
    { key: BORDERS, path: borders },
  ]
  const drawn = paths.map(({ key, path }) => `<path id="${key}" d="${path}"/>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${drawn}</svg>`
}
