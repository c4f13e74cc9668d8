export interface ClassOfValues {
  from: number
  to: number
}

/**
 * At most five classes of about as many territories each, bounds being values that exist: what is written
 * in the legend is then true of somebody. Zero is no class: nothing is not a little.
 */
export function classesOf(values: number[], most = 5): ClassOfValues[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b)
  const distinct = new Set(sorted).size
  const count = Math.min(most, distinct)
  const classes: ClassOfValues[] = []
  let start = 0
  for (let i = 0; i < count && start < sorted.length; i++) {
    let end =
      i === count - 1 ? sorted.length : Math.max(start + 1, Math.round(((i + 1) * sorted.length) / count))
    // The same value is never in two classes.
    while (end < sorted.length && sorted[end] === sorted[end - 1]) end++
    classes.push({ from: sorted[start]!, to: sorted[end - 1]! })
    start = end
  }
  return classes
}

/** 1 to 5, spread over the five shades when there are fewer classes; 0 for nothing. */
export function shadeOf(value: number, classes: ClassOfValues[]): number {
  const found = classes.findIndex(({ from, to }) => value >= from && value <= to)
  if (found < 0) return 0
  return classes.length === 1 ? 3 : 1 + Math.round((found * 4) / (classes.length - 1))
}
